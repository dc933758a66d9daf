package profiles.profile;

import io.javalin.http.Context;
import profiles.account.Member;
import profiles.account.User;

/**
 * The profile that is read or changed.
 *
 * @param home   the path of its page, with a slash at the end
 * @param before runs first in the transaction that saves: it may record the change, or refuse it
 */
public record ProfileTarget(User user, String home, Runnable before) {
    private static final String OWN = "/profile/";

    static ProfileTarget own(Context ctx) {
        return new ProfileTarget(Member.of(ctx).user(), OWN, () -> { });
    }

    /** Whether the visitor reads their own profile. */
    static boolean own(String home) {
        return home.equals(OWN);
    }
}
