package profiles.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import profiles.media.MediaName;
import profiles.media.MediaUrl;
import profiles.media.Stored;
import profiles.web.EntityTag;
import profiles.web.Names;
import profiles.web.View;

/**
 * A profile as its owner or staff sees it.
 *
 * @param home     the path of its page
 * @param origin   of the URLs that programs get, such as {@code https://profiles.example.org}
 * @param template the page: to read, or to edit
 * @param version  what a form is opened on: the {@link EntityTag} of what is saved; null on a page to read
 */
public record ProfileView(String username, String email, List<Value> values, String home, String origin, String template, String version) implements View {
    private static final String SHOW = "profile/show", EDIT = "profile/edit";

    /**
     * A field with its text, or its document's key; "" for none. The user name tells whose it is, and {@code own} whether that is who asks.
     *
     * @param most  that a new document may have, in bytes; 0 on a page to read
     * @param files tells of a key what is stored there, or null
     */
    public record Value(Field field, String text, String username, boolean own, long most, Function<String, Stored> files) {

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

        /** @return null when it is not known */
        public Stored stored() {
            return files.apply(text);
        }

        private Value typed(Changes typed, Function<String, Stored> files) {
            return new Value(field, typed.shown(field, text), username, own, field instanceof DocumentField document ? document.most(typed.limit()) : 0, files);
        }
    }

    /** The page to read it. */
    static ProfileView of(Whose whose, Profile profile, String origin) {
        var user = whose.user();
        var own = Whose.own(whose.home());
        var values = Fields.ALL.stream().map(field -> new Value(field, field.value(profile), user.username(), own, 0, key -> null)).toList();
        return new ProfileView(user.username(), user.email(), values, whose.home(), origin, SHOW, null);
    }

    /** The page to edit it. @param typed stands in place of what is saved */
    ProfileView edit(Changes typed, Function<String, Stored> files) {
        var shown = values.stream().map(value -> value.typed(typed, files)).toList();
        return new ProfileView(username, email, shown, home, origin, EDIT, EntityTag.of(this));
    }

    @Override
    public boolean previews() {
        return template.equals(EDIT);
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
