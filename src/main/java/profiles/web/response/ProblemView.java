package profiles.web.response;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import profiles.web.FormErrors;
import profiles.web.Nullable;
import profiles.web.View;

/** An error, as RFC 9457 writes it; {@code errors} holds the messages of each field of a form, and null else. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemView(String type, String title, int status, String detail, @Nullable Map<String, List<String>> errors)
    implements View {

    static ProblemView of(int status, String title, String detail) {
        return new ProblemView("about:blank", title, status, detail, null);
    }

    ProblemView with(FormErrors errors) {
        return new ProblemView(type, title, status, detail, errors.byField());
    }

    /** The title for people, to whom the names of HTTP's statuses say little. */
    public String heading() {
        return switch (status) {
            case 400, 414, 431 -> "This cannot be understood";
            case 403 -> "This is not allowed";
            case 404 -> "Page not found";
            case 405, 415 -> "This does not work here";
            case 408 -> "This took too long";
            default -> title;
        };
    }

    @Override
    public String template() {
        return "problem";
    }
}
