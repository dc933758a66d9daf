package profiles.profile;

import java.util.Map;
import profiles.account.Member;
import profiles.web.Input;
import profiles.web.Problem;

/**
 * What a form says of how it was opened: nobody is to save over what he has not seen, nor into the profile of whoever has logged in since.
 * Programs say the one by {@code If-Match}, and the other by who they are.
 *
 * @param version of the profile, see {@link ProfileView}; null where nothing is said
 * @param editor  the user name of who opened it; null where nothing is said
 */
record Opened(String version, String editor) {

    /** Both stand in hidden fields. */
    static Opened read(Input in) {
        return new Opened(in.text("version"), in.text("editor"));
    }

    /** @throws Problem 409 */
    void checkEditor(Member asking) {
        if (editor != null && !editor.equals(asking.username())) throw new Problem(409, "Somebody else is logged in", "This form was opened by " + editor
            + ", but " + asking.username() + " is logged in here now, so nothing was saved. Log in as " + editor
            + " in another tab; then come back to this one and reload it: your browser sends the form once more.");
    }

    /** @param now the version of what is saved @return null when it is what the form was opened on */
    Problem changed(String now) {
        return version == null || version.equals(now) ? null : new Problem(412, "Changed meanwhile", "This profile was changed in another place since you "
            + "opened it. Nothing was saved yet: save again to put what you typed in place of it.", Map.of("ETag", now));
    }
}
