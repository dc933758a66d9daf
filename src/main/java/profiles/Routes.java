package profiles;

import static profiles.web.Role.GUEST;
import static profiles.web.Role.MEMBER;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import javax.inject.Inject;
import profiles.account.AccountPages;
import profiles.leaving.LeavingPages;
import profiles.media.MediaFiles;
import profiles.profile.ProfilePages;
import profiles.web.Reply;
import profiles.web.Role;

/** Every URL the service answers, and who may ask. */
final class Routes {
    private final AccountPages account;
    private final ProfilePages profile;
    private final MediaFiles media;
    private final LeavingPages leaving;
    private final Health health;
    private final Reply reply;

    @Inject
    Routes(AccountPages account, ProfilePages profile, MediaFiles media, LeavingPages leaving, Health health, Reply reply) {
        this.account = account;
        this.profile = profile;
        this.media = media;
        this.leaving = leaving;
        this.health = health;
        this.reply = reply;
    }

    void declare(RoutesConfig to) {
        get(to, "/",                    this::home,         MEMBER);
        get(to, "/healthz",             health::answer,     GUEST);

        get(to, "/accounts/register/",  account::newcomer,  GUEST);
        to.post("/accounts/register/",  account::register,  GUEST);
        get(to, "/accounts/login/",     account::stranger,  GUEST);
        to.post("/accounts/login/",     account::login,     GUEST);
        to.post("/accounts/logout/",    account::logout,    GUEST);

        get(to, "/accounts/export/",    leaving::export,    MEMBER);
        get(to, "/accounts/delete/",    leaving::warn,      MEMBER);
        to.post("/accounts/delete/",    leaving::leave,     MEMBER);

        get(to, "/profile/",            profile::show,      MEMBER);
        get(to, "/profile/edit/",       profile::edit,      MEMBER);
        to.post("/profile/edit/",       profile::save,      MEMBER);

        get(to, "/api/profile/",        profile::show,      MEMBER);
        to.put("/api/profile/",         profile::save,      MEMBER);
        to.patch("/api/profile/",       profile::save,      MEMBER);

        get(to, "/media/<key>",         media::download,    MEMBER);
    }

    private void home(Context ctx) {
        reply.goTo(ctx, "/profile/");
    }

    /** HEAD is asked like GET; Javalin would answer 200 to it without asking the handler. */
    private static void get(RoutesConfig to, String path, Handler handler, Role role) {
        to.get(path, handler, role);
        to.head(path, handler, role);
    }
}
