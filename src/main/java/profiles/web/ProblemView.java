package profiles.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;

/** An error, as RFC 9457 writes it; {@code errors} holds the messages of each field of a form, and null else. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(String type, String title, int status, String detail, @OrNull Map<String, List<String>> errors) implements View {

    static ProblemView of(int status, String title, String detail) {
        return new ProblemView("about:blank", title, status, detail, null);
    }

    ProblemView with(Errors errors) {
        return new ProblemView(type, title, status, detail, errors.byField());
    }

    @Override
    public String template() {
        return "problem";
    }
}
