package profiles.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import profiles.fileformat.FileName;
import profiles.media.MediaUrl;
import profiles.storage.StoredFile;
import profiles.web.EntityTag;
import profiles.web.FormSchema;
import profiles.web.View;

/**
 * A profile as its owner or staff sees it.
 *
 * @param home     the path of its page
 * @param origin   of the URLs that programs get, such as {@code https://profiles.example.org}
 * @param template the page: to read, or to edit
 * @param version  what a form is opened on: the {@link EntityTag} of what is saved; null on a page to read
 */
public record ProfileView(String username, String email, List<Value> values, String home, String origin, String template, String version)
    implements View {
    private static final String SHOW = "profile/show", EDIT = "profile/edit";

    /**
     * A field with its text, or its document's key; "" for none. The user name tells whose it is, and {@code own} whether that is who asks.
     *
     * @param most  that a new document may have, in bytes; 0 on a page to read
     * @param files tells of a key what is stored there, or null
     */
    public record Value(Field field, String text, String username, boolean own, long most, Function<String, StoredFile> files) {

        public boolean document() {
            return field instanceof DocumentField;
        }

        public String path() {
            return MediaUrl.path(text);
        }

        /** The name of the document, as its owner gave it. */
        public String file() {
            return FileName.displayName(text);
        }

        /** @return null when it is not known */
        public StoredFile stored() {
            return files.apply(text);
        }

        private Value typed(ProfileChanges typed, Function<String, StoredFile> files) {
            return new Value(field, typed.display(field, text), username, own, field instanceof DocumentField document
                ? document.maxBytes(typed.limit()) : 0, files);
        }
    }

    static ProfileView of(ProfileTarget target, Profile profile, String origin) {
        var user = target.user();
        var own = ProfileTarget.own(target.home());
        var values = Fields.ALL.stream().map(field -> new Value(field, field.value(profile), user.username(), own, 0, key -> null))
            .toList();
        return new ProfileView(user.username(), user.email(), values, target.home(), origin, SHOW, null);
    }

    /** The page to edit it. @param typed stands in place of what is saved */
    ProfileView edit(ProfileChanges typed, Function<String, StoredFile> files) {
        var shown = values.stream().map(value -> value.typed(typed, files)).toList();
        return new ProfileView(username, email, shown, home, origin, EDIT, EntityTag.of(this));
    }

    @Override
    public boolean previews() {
        return template.equals(EDIT);
    }

    /** Whether the visitor reads their own profile. */
    public boolean own() {
        return ProfileTarget.own(home);
    }

    @Override
    public FormSchema names() {
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
