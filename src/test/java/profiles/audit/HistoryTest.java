package profiles.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.audit.query.QAuditEvent;
import profiles.fixture.MailTest;

/** What changes an account is told (ASVS 16.3.1), whichever room of the service does it. */
class HistoryTest extends MailTest {
    private static final String OLD = "correct horse", NEW = "battery staple 9";

    @Test void a_new_password_is_told_with_each_way_to_it() {
        browser.register("changer");
        browser.post("/accounts/password_change/", "old_password", OLD, "new_password1", NEW, "new_password2", NEW);
        program.post("/accounts/password_reset/", "email", "changer@example.org");
        program.post(mail.link("changer@example.org", "Choose a new password"), "new_password1", OLD, "new_password2", OLD);

        assertEquals(List.of(AuditAction.PASSWORD_RESET, AuditAction.PASSWORD_CHANGED), latest("changer", 2));
        assertEquals(1, new QAuditEvent(service.db()).username.eq("changer@example.org").action.eq("PASSWORD_RESET_ASKED").findCount());
    }

    @Test void an_address_is_told_when_it_is_confirmed_and_when_it_changes() {
        newcomer("mover", "mover@example.org");
        program.post(mail.link("mover@example.org", "Is this your e-mail address?"));
        program.login("mover", OLD);
        program.post("/accounts/email/", "email", "moved@example.org", "password", OLD);
        program.post(mail.link("moved@example.org", "Is this your e-mail address?"));

        assertEquals(List.of(AuditAction.EMAIL_CHANGED, AuditAction.SIGNED_IN, AuditAction.EMAIL_VERIFIED), latest("mover", 3));
    }

    @Test void tokens_and_sessions_are_told_when_they_come_and_go() {
        program.register("holder");
        program.post("/accounts/tokens/", "name", "script");
        program.post("/accounts/tokens/" + program.get("/accounts/tokens/").json().at("/tokens/0/id").asLong() + "/revoke/");
        service.program().login("holder", OLD);
        program.post("/accounts/sessions/end_others/");

        assertEquals(List.of(AuditAction.SESSION_ENDED, AuditAction.SIGNED_IN, AuditAction.TOKEN_REVOKED, AuditAction.TOKEN_MADE),
            latest("holder", 4));
    }

    @Test void an_export_is_told_and_a_deletion_outlives_the_account() {
        program.register("leaver");
        var id = new QUser(service.db()).username.eq("leaver").findOne().id();
        program.get("/accounts/export/");
        program.post("/accounts/delete/", "password", OLD);

        var acts = new QAuditEvent(service.db()).userId.eq(id).orderBy().id.desc().setMaxRows(2).findList().stream().map(AuditEvent::action)
            .toList();

        assertEquals(List.of(AuditAction.ACCOUNT_DELETED, AuditAction.EXPORTED), acts);
    }

    private static List<AuditAction> latest(String username, int max) {
        return service.graph().audit().findEvents(new QUser(service.db()).username.eq(username).findOne(), max).stream()
            .map(AuditEvent::action)
            .toList();
    }
}
