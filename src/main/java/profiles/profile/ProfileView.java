package profiles.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import profiles.media.MediaName;
import profiles.media.MediaUrl;
import profiles.web.Names;
import profiles.web.View;

/**
 * A profile as its owner or staff sees it.
 *
 * @param home     the path of its page
 * @param origin   of the URLs that programs get, such as {@code https://profiles.example.org}
 * @param template the page: to read, or to edit
 */
public record ProfileView(String username, String email, List<Value> values, String home, String origin, String template) implements View {
    static final String SHOW = "profile/show", EDIT = "profile/edit";

    /** A field with its text, or its document's key; "" for none. The user name tells whose it is, and {@code own} whether that is who asks. */
    public record Value(Field field, String text, String username, boolean own) {

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

    static ProfileView of(Whose whose, Profile profile, Changes typed, String origin, String template) {
        var user = whose.user();
        var own = Whose.own(whose.home());
        var values = Fields.ALL.stream().map(field -> new Value(field, typed.shown(field, profile), user.username(), own)).toList();
        return new ProfileView(user.username(), user.email(), values, whose.home(), origin, template);
    }

    /** Whether it is the profile of who asks. */
    public boolean own() {
        return Whose.own(home);
    }

    @Override
    public Names names() {
        return Fields.NAMES;
    }

    /** A document is its absolute URL, or null. */
    @JsonValue
    Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("username", username);
        json.put("email", email);
        for (var value : values) json.put(value.field().name(), value.document() ? url(value) : value.field().json(value.text()));
        return json;
    }

    /** Of {@link #json}. */
    public static Map<String, Object> schema() {
        return Fields.schema();
    }

    private String url(Value document) {
        return document.text().isEmpty() ? null : origin + document.path();
    }
}
