package profiles.profile;

import io.javalin.http.Context;
import profiles.account.Member;
import profiles.account.User;

/**
 * Whose profile is read or changed, and by whom.
 *
 * @param home   the path of its page, with a slash at the end
 * @param before comes first in the transaction that saves: it may write down who did it, or refuse
 */
public record Whose(User user, String home, Runnable before) {
    private static final String OWN = "/profile/";

    static Whose own(Context ctx) {
        return new Whose(Member.of(ctx).user(), OWN, () -> { });
    }

    /** Whether it is the profile of who asks. */
    static boolean own(String home) {
        return home.equals(OWN);
    }
}
