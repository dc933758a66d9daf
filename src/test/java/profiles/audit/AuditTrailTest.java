package profiles.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.User;
import profiles.account.query.QSession;
import profiles.account.query.QUser;
import profiles.audit.query.QAuditEvent;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** How long the trail is kept, and what it is bound to. */
class AuditTrailTest extends ServiceTest {

    @Test void a_history_outlives_its_account() {
        program.register("leaver");
        var user = user("leaver");

        for (var table : new String[] {"user_session where user_id", "profiles_profile where user_id", "auth_user where id"})
            service.db().sqlUpdate("delete from " + table + " = ?").setParameter(user.id()).execute();

        assertEquals(2, audit().findEvents(user, 10).size());
    }

    @Test void events_are_kept_for_400_days() {
        try (var own = Service.on(engine)) {
            own.program().register("old");
            own.clock().forward(AuditTrail.KEPT.minusDays(1));
            own.graph().audit().deleteExpired();
            assertEquals(2, new QAuditEvent(own.db()).findCount());

            own.clock().forward(Duration.ofDays(2));
            own.program().register("young");
            own.graph().audit().deleteExpired();

            assertEquals(List.of("young", "young"), new QAuditEvent(own.db()).findList().stream().map(AuditEvent::username).toList());
        }
    }

    // ASVS 16.3.1: nobody comes in unseen; but who is refused stays refused.
    @Test void without_a_trail_nobody_signs_in_and_a_refusal_stands() {
        try (var own = Service.on(engine); var log = new Log("profiles.audit")) {
            own.program().register("unseen");
            own.db().sqlUpdate("alter table audit_event rename to audit_event_away").execute();
            var visitor = own.program();

            assertEquals(422, visitor.login("unseen", "wrong").status());
            assertEquals(503, visitor.login("unseen", "correct horse").status());

            assertEquals(401, visitor.get("/api/profile/").status());
            assertEquals(1, own.db().sqlQuery("select count(*) from user_session").mapToScalar(Integer.class).findOne());
            assertTrue(log.lines().stream().anyMatch(line -> line.startsWith("INFO SIGN_IN_REFUSED user=\"unseen\"")),
                "the line is there at least");
            assertEquals(1, log.lines().stream().filter(line -> line.startsWith("INFO SIGNED_IN")).count(),
                "no line tells what did not happen");
        }
    }

    @Test void without_a_trail_no_session_ends_and_no_token_is_revoked() {
        try (var own = Service.on(engine)) {
            var here = own.program().register("kept");
            var elsewhere = own.program();
            elsewhere.login("kept", "correct horse");
            var token = here.post("/accounts/tokens/", "name", "x").json();
            var other = new QSession(own.db()).id.desc().setMaxRows(1).findOne();
            own.db().sqlUpdate("alter table audit_event rename to audit_event_away").execute();

            assertEquals(503, here.send("DELETE", "/accounts/sessions/" + own.db().beanId(other), BodyPublishers.noBody()).status());
            assertEquals(503, here.post("/accounts/sessions/end_others/").status());
            assertEquals(503, here.send("DELETE", "/accounts/tokens/" + token.get("id"), BodyPublishers.noBody()).status());

            assertEquals(200, elsewhere.get("/api/profile/").status());
            assertEquals(200, own.program().get("/api/profile/", "Authorization", "Bearer " + token.get("token").textValue()).status());
        }
    }

    @Test void what_is_rolled_back_is_neither_stored_nor_told() {
        program.register("undecided");
        var user = user("undecided");
        try (var log = new Log("profiles.audit")) {
            try (var transaction = service.db().beginTransaction()) {
                audit().record(AuditAction.EXPORTED, user);
                transaction.rollback();
            }
            assertEquals(List.of(), log.lines());

            try (var transaction = service.db().beginTransaction()) {
                audit().record(AuditAction.ACCOUNT_DELETED, user);
                transaction.commit();
            }
            assertEquals(List.of("INFO ACCOUNT_DELETED user=\"undecided\" id=" + user.id() + " by=\"(command)\""), log.lines());
        }
        assertEquals(List.of(AuditAction.ACCOUNT_DELETED, AuditAction.SIGNED_IN, AuditAction.REGISTERED), audit().findEvents(user, 10)
            .stream()
            .map(AuditEvent::action).toList());
    }

    private static AuditTrail audit() {
        return service.graph().audit();
    }

    private static User user(String username) {
        return new QUser(service.db()).username.eq(username).findOne();
    }
}
