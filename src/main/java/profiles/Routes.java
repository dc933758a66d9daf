package profiles;

import static profiles.web.Role.GUEST;
import static profiles.web.Role.MEMBER;
import static profiles.web.Role.OWNER;
import static profiles.web.Role.STAFF;
import static profiles.web.Role.SUPERUSER;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import javax.inject.Inject;
import profiles.account.AccountPages;
import profiles.account.EmailPages;
import profiles.account.PasswordPages;
import profiles.account.SessionPages;
import profiles.account.TokenPages;
import profiles.leaving.LeavingPages;
import profiles.media.MediaFiles;
import profiles.profile.ProfilePages;
import profiles.staff.MemberDeeds;
import profiles.staff.MemberPages;
import profiles.web.Reply;
import profiles.web.Role;

/** Every URL the service answers, and who may ask. */
final class Routes {
    private final AccountPages account;
    private final PasswordPages password;
    private final EmailPages email;
    private final SessionPages sessions;
    private final TokenPages tokens;
    private final ProfilePages profile;
    private final MediaFiles media;
    private final LeavingPages leaving;
    private final MemberPages members;
    private final MemberDeeds deeds;
    private final Health health;
    private final Reply reply;

    @Inject
    Routes(AccountPages account, PasswordPages password, EmailPages email, SessionPages sessions, TokenPages tokens, ProfilePages profile,
           MediaFiles media, LeavingPages leaving, MemberPages members, MemberDeeds deeds, Health health, Reply reply) {
        this.account = account;
        this.password = password;
        this.email = email;
        this.sessions = sessions;
        this.tokens = tokens;
        this.profile = profile;
        this.media = media;
        this.leaving = leaving;
        this.members = members;
        this.deeds = deeds;
        this.health = health;
        this.reply = reply;
    }

    void declare(RoutesConfig to) {
        get(to, "/",                                        this::home,             MEMBER);
        get(to, "/healthz",                                 health::answer,         GUEST);

        get(to, "/accounts/register/",                      account::newcomer,      GUEST);
        to.post("/accounts/register/",                      account::register,      GUEST);
        get(to, "/accounts/login/",                         account::stranger,      GUEST);
        to.post("/accounts/login/",                         account::login,         GUEST);
        to.post("/accounts/logout/",                        account::logout,        GUEST);
        get(to, "/accounts/",                               account::home,          OWNER);

        get(to, "/accounts/password_change/",               password::edit,         OWNER);
        to.post("/accounts/password_change/",               password::change,       OWNER);
        get(to, "/accounts/password_reset/",                password::forgot,       GUEST);
        to.post("/accounts/password_reset/",                password::ask,          GUEST);
        get(to, "/accounts/reset/{uid}/{token}/",           password::choose,       GUEST);
        to.post("/accounts/reset/{uid}/{token}/",           password::reset,        GUEST);

        get(to, "/accounts/email/",                         email::edit,            OWNER);
        to.post("/accounts/email/",                         email::change,          OWNER);
        get(to, "/accounts/email/confirm/{uid}/{token}/",   email::open,            GUEST);
        to.post("/accounts/email/confirm/{uid}/{token}/",   email::confirm,         GUEST);

        get(to, "/accounts/sessions/",                      sessions::list,         OWNER);
        to.post("/accounts/sessions/end_others/",           sessions::endOthers,    OWNER);
        to.post("/accounts/sessions/{id}/end/",             sessions::end,          OWNER);
        to.delete("/accounts/sessions/{id}/",               sessions::end,          OWNER);

        get(to, "/accounts/tokens/",                        tokens::list,           OWNER);
        to.post("/accounts/tokens/",                        tokens::make,           OWNER);
        get(to, "/accounts/tokens/new/",                    tokens::form,           OWNER);
        to.post("/accounts/tokens/{id}/revoke/",            tokens::revoke,         OWNER);
        to.delete("/accounts/tokens/{id}/",                 tokens::revoke,         OWNER);

        get(to, "/accounts/export/",                        leaving::export,        OWNER);
        get(to, "/accounts/delete/",                        leaving::warn,          OWNER);
        to.post("/accounts/delete/",                        leaving::leave,         OWNER);

        get(to, "/profile/",                                profile::show,          MEMBER);
        get(to, "/profile/edit/",                           profile::edit,          MEMBER);
        to.post("/profile/edit/",                           profile::save,          MEMBER);

        get(to, "/api/profile/",                            profile::show,          MEMBER);
        to.put("/api/profile/",                             profile::save,          MEMBER);
        to.patch("/api/profile/",                           profile::save,          MEMBER);

        get(to, "/staff/profiles/{id}/",                    members::show,          STAFF);
        get(to, "/staff/profiles/{id}/edit/",               members::edit,          STAFF);
        to.post("/staff/profiles/{id}/edit/",               members::save,          STAFF);
        to.post("/staff/profiles/{id}/send_reset/",         deeds::sendReset,       STAFF);
        to.post("/staff/profiles/{id}/end_sessions/",       deeds::endSessions,     STAFF);
        to.post("/staff/profiles/{id}/activate/",           deeds::activate,        STAFF);
        to.post("/staff/profiles/{id}/deactivate/",         deeds::deactivate,      STAFF);
        to.post("/staff/profiles/{id}/make_staff/",         deeds::makeStaff,       SUPERUSER);
        to.post("/staff/profiles/{id}/unmake_staff/",       deeds::unmakeStaff,     SUPERUSER);
        to.post("/staff/profiles/{id}/make_superuser/",     deeds::makeSuperuser,   SUPERUSER);
        to.post("/staff/profiles/{id}/unmake_superuser/",   deeds::unmakeSuperuser, SUPERUSER);

        get(to, "/api/staff/profiles/{id}/",                members::profile,       STAFF);
        to.put("/api/staff/profiles/{id}/",                 members::save,          STAFF);
        to.patch("/api/staff/profiles/{id}/",               members::save,          STAFF);

        get(to, "/media/<key>",                             media::download,        MEMBER);
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
