package profiles.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import profiles.account.User;
import profiles.media.MediaName;
import profiles.media.MediaUrl;
import profiles.web.View;

/**
 * A profile as its owner or staff sees it.
 *
 * @param origin   of the URLs that programs get, such as {@code https://profiles.example.org}
 * @param template the page: to read, or to edit
 */
public record ProfileView(String username, String email, List<Value> values, String origin, String template) implements View {
    static final String SHOW = "profile/show", EDIT = "profile/edit";

    /** A field with its text, or its document's key; "" for none. */
    public record Value(Field field, String text) {

        public boolean document() {
            return field instanceof DocumentField;
        }

        /** The address of the document. */
        public String path() {
            return MediaUrl.path(text);
        }

        /** The name of the document, as its owner gave it. */
        public String file() {
            return MediaName.given(text);
        }
    }

    static ProfileView of(User user, Profile profile, Changes typed, String origin, String template) {
        var values = Fields.ALL.stream().map(field -> new Value(field, typed.shown(field, profile))).toList();
        return new ProfileView(user.username(), user.email(), values, origin, template);
    }

    /** A document is its absolute URL, or null. */
    @JsonValue
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("username", username);
        json.put("email", email);
        for (var value : values) json.put(value.field().name(), value.document() ? url(value) : value.text());
        return json;
    }

    private String url(Value document) {
        return document.text().isEmpty() ? null : origin + document.path();
    }
}
