package profiles.profile;

import java.util.Map;
import profiles.account.Member;
import profiles.web.Problem;
import profiles.web.request.FormInput;

/**
 * What the form was opened on: nobody may overwrite a version that they have not seen, nor save into the profile of somebody who has logged
 * in since. Programs use {@code If-Match} instead.
 *
 * @param version of the profile, see {@link ProfileView}
 * @param editor  the user name of the one who opened the form
 */
record EditPrecondition(String version, String editor) {

    /** Both stand in hidden fields. */
    static EditPrecondition read(FormInput in) {
        return new EditPrecondition(in.text("version"), in.text("editor"));
    }

    /** @throws Problem 409 */
    void checkEditor(Member asking) {
        if (editor != null && !editor.equals(asking.username()))
            throw new Problem(409, "Somebody else is logged in", "This form was opened by " + editor
            + ", but " + asking.username() + " is logged in here now, so nothing was saved. Log in as " + editor
            + " in another tab; then come back to this one and reload it: your browser sends the form once more.");
    }

    /** @param now the version of what is saved @return null when it is what the form was opened on */
    Problem changed(String now) {
        return version == null || version.equals(now) ? null : new Problem(412, "Changed meanwhile",
            "This profile was changed in another place since you "
            + "opened it. Nothing was saved yet: save again to put what you typed in place of it.", Map.of("ETag", now));
    }
}
