package profiles;

import static profiles.web.Role.GUEST;
import static profiles.web.Role.MEMBER;
import static profiles.web.Role.OWNER;
import static profiles.web.Role.STAFF;
import static profiles.web.Role.SUPERUSER;

import io.javalin.config.RoutesConfig;
import javax.inject.Inject;
import profiles.account.authentication.AccountPages;
import profiles.account.authentication.AccountView;
import profiles.account.authentication.LoginForm;
import profiles.account.authentication.RegisterForm;
import profiles.account.email.ConfirmEmailView;
import profiles.account.email.EmailForm;
import profiles.account.email.EmailPages;
import profiles.account.recovery.PasswordChangeForm;
import profiles.account.recovery.PasswordPages;
import profiles.account.recovery.ResetForm;
import profiles.account.recovery.ResetRequestForm;
import profiles.account.session.SessionPages;
import profiles.account.session.SessionsView;
import profiles.account.token.CreatedTokenView;
import profiles.account.token.TokenForm;
import profiles.account.token.TokenPages;
import profiles.account.token.TokensView;
import profiles.api.ApiPages;
import profiles.api.Operations;
import profiles.directory.DirectoryPages;
import profiles.directory.DirectoryView;
import profiles.directory.ExportPages;
import profiles.health.Health;
import profiles.media.MediaDownloads;
import profiles.metrics.Metrics;
import profiles.profile.Fields;
import profiles.profile.ProfilePages;
import profiles.profile.ProfileView;
import profiles.profile.leaving.AccountDeletionPages;
import profiles.profile.leaving.DeletionForm;
import profiles.server.RouteTable;
import profiles.staff.MemberPages;
import profiles.staff.MemberView;
import profiles.staff.StaffActionPages;
import profiles.web.FormField;
import profiles.web.assets.Assets;
import profiles.web.response.Reply;

/** Every URL of the service, and the role that may use it. */
public final class Routes implements RouteTable {
    private static final String DEAD = "The link is no longer valid", MEANWHILE = "It was changed at the same time",
        REFUSED = "The action is not possible for this account";

    @Inject AccountPages account;
    @Inject PasswordPages password;
    @Inject EmailPages email;
    @Inject SessionPages sessions;
    @Inject TokenPages tokens;
    @Inject ProfilePages profile;
    @Inject MediaDownloads media;
    @Inject AccountDeletionPages leaving;
    @Inject DirectoryPages directory;
    @Inject ExportPages exports;
    @Inject MemberPages members;
    @Inject StaffActionPages staffActions;
    @Inject Health health;
    @Inject Metrics metrics;
    @Inject ApiPages api;
    @Inject Operations operations;
    @Inject Reply reply;
    @Inject Filters filters;
    @Inject Assets assets;

    /** Dagger sets the fields: a constructor would name each of them four times. */
    @Inject
    Routes() {
    }

    @Override
    public void declare(RoutesConfig routes) {
        filters.declare(routes);
        assets.declare(routes);
        var to = operations.table(routes);

        to.get("/",                                        ctx -> reply.redirect(ctx, "/profile/"), MEMBER)
            .redirects("Redirects to the profile");
        to.get("/healthz",                                 health::answer,                GUEST)
            .returns("Health of the service", Health.State.class);
        to.get("/metrics",                                 metrics::expose,               GUEST)
            .returnsFile("Metrics for Prometheus; for this machine, and with METRICS_TOKEN", "text/plain")
            .error(404, "For all other clients");
        to.get("/api/openapi.json",                        api::document,                 GUEST)
            .returnsFile("The OpenAPI document", "application/json")
            .error(304, "Not modified");
        to.get("/api/docs/",                               api::docs,                     GUEST)
            .returnsFile("The OpenAPI document as a page", "text/html");

        to.get("/accounts/register/",                      account::registerForm,         GUEST)
            .returns("The empty form", RegisterForm.class);
        to.post("/accounts/register/",                     account::register,             GUEST)
            .creates("Registers an account and logs in", AccountView.class).form(RegisterForm.NAMES);
        to.get("/accounts/login/",                         account::loginForm,            GUEST).returns("The empty form", LoginForm.class)
            .query(FormField.text("next", 2000));
        to.post("/accounts/login/",                        account::login,                GUEST)
            .returns("Logs in: sets the session cookie", AccountView.class)
            .form(LoginForm.NAMES);
        to.post("/accounts/logout/",                       account::logout,               GUEST).returnsNothing("Logs out");
        to.get("/accounts/",                               account::home,                 OWNER).returns("The account", AccountView.class);

        to.get("/accounts/password_change/",               password::changeForm,          OWNER)
            .returns("The empty form", PasswordChangeForm.class);
        to.post("/accounts/password_change/",              password::change,              OWNER)
            .returnsNothing("Changes the password and ends all other sessions").form(PasswordChangeForm.NAMES).error(409, MEANWHILE);
        to.get("/.well-known/change-password",             ctx -> reply.redirect(ctx, "/accounts/password_change/"), GUEST)
            .redirects("Redirects to the change of the password, for password managers");
        to.get("/accounts/password_reset/",                password::resetRequestForm,    GUEST)
            .returns("The empty form", ResetRequestForm.class);
        to.post("/accounts/password_reset/",               password::requestReset,        GUEST)
            .returnsNothing("Mails a reset link to the accounts with this address").form(ResetRequestForm.NAMES);
        to.get("/accounts/reset/{uid}/{token}/",           password::resetForm,           GUEST)
            .returns("The form behind a reset link", ResetForm.class).error(410, DEAD);
        to.post("/accounts/reset/{uid}/{token}/",          password::reset,               GUEST).returnsNothing("Sets a new password")
            .form(ResetForm.NAMES)
            .error(410, DEAD);

        to.get("/accounts/email/",                         email::changeForm,             OWNER)
            .returns("The e-mail address", EmailForm.class);
        to.post("/accounts/email/",                        email::change,                 OWNER)
            .returns("Mails a link to the new address; the old address stays until it is opened", EmailForm.class).form(EmailForm.NAMES);
        to.get("/accounts/email/confirm/{uid}/{token}/",   email::confirmForm,            GUEST)
            .returns("The address that a mailed link confirms", ConfirmEmailView.class).error(410, DEAD);
        to.post("/accounts/email/confirm/{uid}/{token}/",  email::confirm,                GUEST).returnsNothing("Confirms the address")
            .error(410, DEAD);

        to.get("/accounts/sessions/",                      sessions::list,                OWNER)
            .returns("Lists the sessions", SessionsView.class);
        to.post("/accounts/sessions/end_others/",          sessions::endOthers,           OWNER).returnsNothing("Ends all other sessions")
            .optionalForm(SessionsView.NAMES);
        to.post("/accounts/sessions/{id}/end/",            sessions::end,                 OWNER).returnsNothing("Ends the session")
            .optionalForm(SessionsView.NAMES);
        to.delete("/accounts/sessions/{id}/",              sessions::end,                 OWNER).returnsNothing("Ends the session")
            .optionalForm(SessionsView.NAMES);

        to.get("/accounts/tokens/",                        tokens::list,                  OWNER)
            .returns("Lists the tokens, without their secrets", TokensView.class);
        to.post("/accounts/tokens/",                       tokens::create,                OWNER)
            .creates("Creates a token; no later response contains its secret", CreatedTokenView.class).form(TokenForm.NAMES);
        to.get("/accounts/tokens/new/",                    tokens::createForm,            OWNER)
            .returns("The form with its defaults", TokenForm.class);
        to.post("/accounts/tokens/{id}/revoke/",           tokens::revoke,                OWNER)
            .returnsNothing("Revokes the token");
        to.delete("/accounts/tokens/{id}/",                tokens::revoke,                OWNER)
            .returnsNothing("Revokes the token");

        to.get("/accounts/export/",                        leaving::export,               OWNER)
            .returnsFile("All data of the member as a zip", "application/zip");
        to.get("/accounts/delete/",                        leaving::deleteForm,           OWNER)
            .returns("The empty form", DeletionForm.class);
        to.post("/accounts/delete/",                       leaving::delete,               OWNER)
            .returnsNothing("Deletes the account and all its data").form(DeletionForm.NAMES)
            .error(409, "Rows of another program refer to the account");

        to.get("/profile/",                                profile::show,                 MEMBER)
            .returns("The member's profile", ProfileView.class)
            .tagged();
        to.get("/profile/edit/",                           profile::edit,                 MEMBER)
            .returns("The form with the saved values", ProfileView.class);
        to.post("/profile/edit/",                          profile::save,                 MEMBER)
            .returns("Changes the profile", ProfileView.class).form(Fields.NAMES).tagged();

        to.get("/staff/profiles/",                         directory::list,               STAFF)
            .returns("A page of the list of people", DirectoryView.class).query(DirectoryPages.query());
        to.get("/staff/profiles/export.csv",               exports::csv,                  STAFF)
            .returnsFile("The people found, as a table", "text/csv")
            .query(DirectoryPages.search());
        to.get("/staff/profiles/export.jsonl",             exports::lines,                STAFF)
            .returnsFile("The people found, as JSON Lines", "application/jsonl").query(DirectoryPages.search());
        to.get("/staff/profiles/export.zip",               exports::zip,                  STAFF)
            .returnsFile("The documents of the people found, as a zip", "application/zip").query(DirectoryPages.search())
            .query(ExportPages.field());
        to.get("/staff/profiles/{id}/",                    members::show,                 STAFF)
            .returns("A person: profile, account and history", MemberView.class)
            .query(FormField.number("before", 1, Integer.MAX_VALUE));
        to.get("/staff/profiles/{id}/edit/",               members::edit,                 STAFF)
            .returns("The form with the saved values", ProfileView.class);
        to.post("/staff/profiles/{id}/edit/",              members::save,                 STAFF)
            .returns("Changes the profile", ProfileView.class).form(Fields.NAMES).tagged();
        to.post("/staff/profiles/{id}/send_reset/",        staffActions::sendReset,       STAFF)
            .returns("Mails a reset link to the person", MemberView.class).error(422, REFUSED);
        to.post("/staff/profiles/{id}/end_sessions/",      staffActions::endSessions,     STAFF)
            .returns("Ends all sessions and revokes all tokens of the person", MemberView.class);
        to.post("/staff/profiles/{id}/activate/",          staffActions::activate,        STAFF)
            .returns("Activates the account", MemberView.class)
            .error(422, REFUSED);
        to.post("/staff/profiles/{id}/deactivate/",        staffActions::deactivate,      STAFF)
            .returns("Deactivates the account", MemberView.class).error(422, REFUSED);
        to.post("/staff/profiles/{id}/make_staff/",        staffActions::makeStaff,       SUPERUSER)
            .returns("Makes the person a member of staff", MemberView.class);
        to.post("/staff/profiles/{id}/unmake_staff/",      staffActions::unmakeStaff,     SUPERUSER)
            .returns("Removes the person from staff", MemberView.class).error(422, REFUSED);
        to.post("/staff/profiles/{id}/make_superuser/",    staffActions::makeSuperuser,   SUPERUSER)
            .returns("Makes the person a superuser", MemberView.class).form(StaffActionPages.NAMES);
        to.post("/staff/profiles/{id}/unmake_superuser/",  staffActions::unmakeSuperuser, SUPERUSER)
            .returns("Removes the person as a superuser", MemberView.class).form(StaffActionPages.NAMES);

        to.get("/api/profile/",                            profile::show,                 MEMBER)
            .returns("The member's profile", ProfileView.class)
            .tagged();
        to.put("/api/profile/",                            profile::save,                 MEMBER)
            .returns("Changes the profile", ProfileView.class).form(Fields.NAMES).tagged();
        to.patch("/api/profile/",                          profile::save,                 MEMBER)
            .returns("Changes the profile", ProfileView.class).form(Fields.NAMES).tagged();

        to.get("/api/staff/profiles/{id}/",                members::profile,              STAFF)
            .returns("A person's profile", ProfileView.class)
            .tagged();
        to.put("/api/staff/profiles/{id}/",                members::save,                 STAFF)
            .returns("Changes the profile", ProfileView.class).form(Fields.NAMES).tagged();
        to.patch("/api/staff/profiles/{id}/",              members::save,                 STAFF)
            .returns("Changes the profile", ProfileView.class).form(Fields.NAMES).tagged();

        to.get("/media/<key>",                             media::download,               MEMBER).returnsFile("A document", "*/*")
            .error(206, "A range of the document").error(302, "Redirects to a signed address in the store, valid for a minute")
            .error(304, "Not modified")
            .error(416, "The range is outside the document").query(FormField.flag("download"));
    }
}
