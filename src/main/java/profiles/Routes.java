package profiles;

import static profiles.web.Role.GUEST;
import static profiles.web.Role.MEMBER;
import static profiles.web.Role.OWNER;
import static profiles.web.Role.STAFF;
import static profiles.web.Role.SUPERUSER;

import io.javalin.config.RoutesConfig;
import javax.inject.Inject;
import profiles.account.AccountPages;
import profiles.account.AccountView;
import profiles.account.ConfirmView;
import profiles.account.EmailForm;
import profiles.account.EmailPages;
import profiles.account.ForgotForm;
import profiles.account.LoginForm;
import profiles.account.NewToken;
import profiles.account.NewTokenForm;
import profiles.account.PasswordForm;
import profiles.account.PasswordPages;
import profiles.account.RegisterForm;
import profiles.account.ResetForm;
import profiles.account.SessionPages;
import profiles.account.SessionsView;
import profiles.account.TokenPages;
import profiles.account.TokensView;
import profiles.api.ApiPages;
import profiles.api.Operations;
import profiles.leaving.DeletionForm;
import profiles.leaving.LeavingPages;
import profiles.media.MediaFiles;
import profiles.metrics.Metrics;
import profiles.profile.Fields;
import profiles.profile.ProfilePages;
import profiles.profile.ProfileView;
import profiles.staff.DirectoryPages;
import profiles.staff.DirectoryView;
import profiles.staff.ExportPages;
import profiles.staff.MemberDeeds;
import profiles.staff.MemberPages;
import profiles.staff.MemberView;
import profiles.web.Name;
import profiles.web.Reply;

/** Every URL the service answers, and who may ask. */
final class Routes {
    private static final String DEAD = "The link works no longer", MEANWHILE = "It was changed at the same time elsewhere",
        REFUSED = "It cannot be done to this account";

    @Inject AccountPages account;
    @Inject PasswordPages password;
    @Inject EmailPages email;
    @Inject SessionPages sessions;
    @Inject TokenPages tokens;
    @Inject ProfilePages profile;
    @Inject MediaFiles media;
    @Inject LeavingPages leaving;
    @Inject DirectoryPages directory;
    @Inject ExportPages exports;
    @Inject MemberPages members;
    @Inject MemberDeeds deeds;
    @Inject Health health;
    @Inject Metrics metrics;
    @Inject ApiPages api;
    @Inject Operations operations;
    @Inject Reply reply;

    /** Dagger fills the fields: they would be named four times in a constructor. */
    @Inject
    Routes() {
    }

    void declare(RoutesConfig routes) {
        var to = operations.table(routes);

        to.get("/",                                        ctx -> reply.goTo(ctx, "/profile/"), MEMBER).leads("To the profile");
        to.get("/healthz",                                 health::answer,        GUEST).shows("Whether the service can do its work", Health.State.class);
        to.get("/metrics",                                 metrics::tell,         GUEST).sends("Figures for Prometheus, to this machine and to who knows METRICS_TOKEN", "text/plain").or(404, "To anyone else");
        to.get("/api/openapi.json",                        api::document,         GUEST).sends("This document", "application/json").or(304, "The asker has it already");
        to.get("/api/docs/",                               api::docs,             GUEST).sends("A page that shows this document", "text/html");

        to.get("/accounts/register/",                      account::newcomer,     GUEST).shows("The empty form", RegisterForm.class);
        to.post("/accounts/register/",                     account::register,     GUEST).makes("A new account, signed in", AccountView.class).takes(RegisterForm.NAMES);
        to.get("/accounts/login/",                         account::stranger,     GUEST).shows("The empty form", LoginForm.class).asks(Name.text("next", 2000));
        to.post("/accounts/login/",                        account::login,        GUEST).shows("Signed in, by a cookie", AccountView.class).takes(LoginForm.NAMES);
        to.post("/accounts/logout/",                       account::logout,       GUEST).ends("Signed out");
        to.get("/accounts/",                               account::home,         OWNER).shows("The account", AccountView.class);

        to.get("/accounts/password_change/",               password::edit,        OWNER).shows("The empty form", PasswordForm.class);
        to.post("/accounts/password_change/",              password::change,      OWNER).ends("A new password, and no other session goes on").takes(PasswordForm.NAMES).or(409, MEANWHILE);
        to.get("/accounts/password_reset/",                password::forgot,      GUEST).shows("The empty form", ForgotForm.class);
        to.post("/accounts/password_reset/",               password::ask,         GUEST).ends("A link is mailed to those who have this address").takes(ForgotForm.NAMES);
        to.get("/accounts/reset/{uid}/{token}/",           password::choose,      GUEST).shows("The form behind a mailed link", ResetForm.class).or(410, DEAD);
        to.post("/accounts/reset/{uid}/{token}/",          password::reset,       GUEST).ends("A new password").takes(ResetForm.NAMES).or(410, DEAD);

        to.get("/accounts/email/",                         email::edit,           OWNER).shows("The e-mail address", EmailForm.class);
        to.post("/accounts/email/",                        email::change,         OWNER).shows("A link is mailed to the new address; this is still the old one", EmailForm.class).takes(EmailForm.NAMES);
        to.get("/accounts/email/confirm/{uid}/{token}/",   email::open,           GUEST).shows("The address behind a mailed link", ConfirmView.class).or(410, DEAD);
        to.post("/accounts/email/confirm/{uid}/{token}/",  email::confirm,        GUEST).ends("The address is confirmed").or(410, DEAD);

        to.get("/accounts/sessions/",                      sessions::list,        OWNER).shows("Where the member is signed in", SessionsView.class);
        to.post("/accounts/sessions/end_others/",          sessions::endOthers,   OWNER).ends("Signed out everywhere else");
        to.post("/accounts/sessions/{id}/end/",            sessions::end,         OWNER).ends("Signed out there");
        to.delete("/accounts/sessions/{id}/",              sessions::end,         OWNER).ends("Signed out there");

        to.get("/accounts/tokens/",                        tokens::list,          OWNER).shows("The tokens, without their texts", TokensView.class);
        to.post("/accounts/tokens/",                       tokens::make,          OWNER).makes("A new token; its text is in no later answer", NewToken.class).takes(NewTokenForm.NAMES);
        to.get("/accounts/tokens/new/",                    tokens::form,          OWNER).shows("The form, with what it begins with", NewTokenForm.class);
        to.post("/accounts/tokens/{id}/revoke/",           tokens::revoke,        OWNER).ends("The token is worth nothing any more");
        to.delete("/accounts/tokens/{id}/",                tokens::revoke,        OWNER).ends("The token is worth nothing any more");

        to.get("/accounts/export/",                        leaving::export,       OWNER).sends("All that is kept of the member", "application/zip");
        to.get("/accounts/delete/",                        leaving::warn,         OWNER).shows("The empty form", DeletionForm.class);
        to.post("/accounts/delete/",                       leaving::leave,        OWNER).ends("The account and all that belonged to it are gone").takes(DeletionForm.NAMES).or(409, "Another program refers to it");

        to.get("/profile/",                                profile::show,         MEMBER).shows("The member's profile", ProfileView.class).tagged();
        to.get("/profile/edit/",                           profile::edit,         MEMBER).shows("The form, with what is there", ProfileView.class);
        to.post("/profile/edit/",                          profile::save,         MEMBER).shows("The profile as it is now", ProfileView.class).takes(Fields.NAMES).tagged();

        to.get("/staff/profiles/",                         directory::list,       STAFF).shows("A page of the people who are found", DirectoryView.class).asks(DirectoryPages.query());
        to.get("/staff/profiles/export.csv",               exports::csv,          STAFF).sends("All who are found, as a table", "text/csv").asks(DirectoryPages.search());
        to.get("/staff/profiles/export.jsonl",             exports::lines,        STAFF).sends("All who are found, a JSON object in each line", "application/jsonl").asks(DirectoryPages.search());
        to.get("/staff/profiles/export.zip",               exports::zip,          STAFF).sends("The documents of all who are found", "application/zip").asks(DirectoryPages.search()).asks(ExportPages.field());
        to.get("/staff/profiles/{id}/",                    members::show,         STAFF).shows("A member, with the account and what happened to it", MemberView.class).asks(Name.number("before", 1, Integer.MAX_VALUE));
        to.get("/staff/profiles/{id}/edit/",               members::edit,         STAFF).shows("The form, with what is there", ProfileView.class);
        to.post("/staff/profiles/{id}/edit/",              members::save,         STAFF).shows("The profile as it is now", ProfileView.class).takes(Fields.NAMES).tagged();
        to.post("/staff/profiles/{id}/send_reset/",        deeds::sendReset,      STAFF).shows("A link for a new password is mailed to the member", MemberView.class).or(422, REFUSED);
        to.post("/staff/profiles/{id}/end_sessions/",      deeds::endSessions,    STAFF).shows("The member is signed out everywhere", MemberView.class);
        to.post("/staff/profiles/{id}/activate/",          deeds::activate,       STAFF).shows("The member may sign in", MemberView.class).or(422, REFUSED);
        to.post("/staff/profiles/{id}/deactivate/",        deeds::deactivate,     STAFF).shows("The member may not sign in any more", MemberView.class).or(422, REFUSED);
        to.post("/staff/profiles/{id}/make_staff/",        deeds::makeStaff,      SUPERUSER).shows("The member is staff", MemberView.class);
        to.post("/staff/profiles/{id}/unmake_staff/",      deeds::unmakeStaff,    SUPERUSER).shows("The member is no staff", MemberView.class).or(422, REFUSED);
        to.post("/staff/profiles/{id}/make_superuser/",    deeds::makeSuperuser,  SUPERUSER).shows("The member is a superuser", MemberView.class).takes(MemberDeeds.NAMES);
        to.post("/staff/profiles/{id}/unmake_superuser/",  deeds::unmakeSuperuser,SUPERUSER).shows("The member is no superuser", MemberView.class).takes(MemberDeeds.NAMES);

        to.get("/api/profile/",                            profile::show,         MEMBER).shows("The member's profile", ProfileView.class).tagged();
        to.put("/api/profile/",                            profile::save,         MEMBER).shows("The profile as it is now", ProfileView.class).takes(Fields.NAMES).tagged();
        to.patch("/api/profile/",                          profile::save,         MEMBER).shows("The profile as it is now", ProfileView.class).takes(Fields.NAMES).tagged();

        to.get("/api/staff/profiles/{id}/",                members::profile,      STAFF).shows("A member's profile", ProfileView.class).tagged();
        to.put("/api/staff/profiles/{id}/",                members::save,         STAFF).shows("The profile as it is now", ProfileView.class).takes(Fields.NAMES).tagged();
        to.patch("/api/staff/profiles/{id}/",              members::save,         STAFF).shows("The profile as it is now", ProfileView.class).takes(Fields.NAMES).tagged();

        to.get("/media/<key>",                             media::download,       MEMBER).sends("A document, whole", "*/*").or(206, "A part of it").or(302, "It is at the store, at an address for a minute").or(304, "The asker has it already").or(416, "It has no such part").asks(Name.flag("download"));
    }
}
