package profiles.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.account.User;
import profiles.account.query.QUser;
import profiles.audit.query.QAuditEvent;
import profiles.fixture.Aside;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** What is told. */
class AuditEventTest extends ServiceTest {

    // ASVS 16.2.1: when, where, who and what. ASVS 16.2.2: by a clock of UTC.
    @Test void a_newcomers_history_begins_with_the_registration() {
        var before = service.clock().instant();
        browser.register("newcomer");

        var events = history("newcomer");

        assertEquals(List.of(AuditAction.SIGNED_IN, AuditAction.REGISTERED), acts("newcomer"), "newest first");
        for (var event : events) {
            assertEquals("newcomer", event.username());
            assertEquals("127.0.0.1", event.address());
            assertNull(event.actor());
            assertTrue(Duration.between(before, event.happened()).abs().toMinutes() < 1, event.happened() + " is not UTC");
        }
    }

    // ASVS 16.3.1: all that succeed and all that fail.
    @Test void every_login_and_logout_is_told_in_both_dialects() {
        for (var client : List.of(browser, program)) {
            var name = client == browser ? "reader" : "robot";
            client.register(name);
            client.post("/accounts/logout/");
            client.login(name, "wrong");
            client.login(name, "correct horse");

            assertEquals(List.of(AuditAction.SIGNED_IN, AuditAction.SIGN_IN_REFUSED, AuditAction.SIGNED_OUT, AuditAction.SIGNED_IN,
                AuditAction.REGISTERED), acts(name));
        }
    }

    @Test void a_guests_logout_is_no_event() {
        try (var log = new Log("profiles.audit")) {
            browser.post("/accounts/logout/");

            assertEquals(List.of(), log.lines());
        }
    }

    // ASVS 16.2.5 and 16.4.1
    @Test void a_refused_login_is_one_line_with_the_name_as_typed_and_without_the_password() {
        try (var log = new Log("profiles.audit")) {
            browser.login("eve\r\nSIGNED_IN user=\"root\"", "secret of eve");

            assertEquals(List.of("INFO SIGN_IN_REFUSED user=\"eve\\u000d\\u000aSIGNED_IN user=\\\"root\\\"\" from=127.0.0.1"), log.lines());
        }
    }

    @Test void whatever_is_typed_as_a_name_is_kept_up_to_150_characters() {
        for (var typed : new String[] {"", "long" + "\uD83C\uDF89".repeat(200), "nul\u0000byte", "half\uD83D"}) {
            try (var log = new Log("profiles.audit")) {
                assertEquals(422, program.login(typed, "wrong").status());

                assertEquals(1, log.lines().size(), () -> log.lines().toString());
            }
        }
        assertTrue(new QAuditEvent(service.db()).username.eq("long" + "\uD83C\uDF89".repeat(146)).userId.isNull().exists());
    }

    @Test void a_refused_registration_leaves_no_event() {
        program.register("once");

        assertEquals(422, program.post("/accounts/register/", "username", "once", "password1", "correct horse", "password2",
            "correct horse").status());

        assertEquals(1, new QAuditEvent(service.db()).username.eq("once").action.eq("REGISTERED").findCount());
    }

    @Test void to_look_at_pages_is_no_event() {
        browser.register("looker");
        var before = new QAuditEvent(service.db()).findCount();

        for (var path : new String[] {"/profile/", "/profile/edit/", "/api/profile/"}) assertEquals(200, browser.get(path).status());

        assertEquals(before, new QAuditEvent(service.db()).findCount());
    }

    @Test void what_staff_or_a_command_does_is_told_with_who_did_it() {
        browser.register("boss");
        program.register("worker");

        Aside.handle(ctx -> {
            service.graph().access().authenticate(ctx);
            audit().record(ctx, AuditAction.DEACTIVATED, user("worker"));
        }, "Cookie", "session=" + browser.cookie("session"));
        audit().record(AuditAction.ACTIVATED, user("worker"));

        var events = audit().findEvents(user("worker"), 2);
        assertEquals("(command)", events.get(0).actor());
        assertNull(events.get(0).address());
        assertEquals("boss", events.get(1).actor());
        assertEquals("127.0.0.1", events.get(1).address());
    }

    @Test void the_trail_tells_the_address_behind_a_trusted_proxy_and_no_other() {
        try (var proxied = Service.on(engine, Map.of("TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1"))) {
            proxied.program().from("6.6.6.6, 2001:DB8:0::7, 10.0.0.4").register("far");
            assertEquals("2001:db8::7", proxied.graph().audit().findEvents(user(proxied, "far"), 1).get(0).address());
        }
        program.from("6.6.6.6").register("near");
        assertEquals("127.0.0.1", history("near").get(0).address());
    }

    private static AuditTrail audit() {
        return service.graph().audit();
    }

    private static List<AuditEvent> history(String username) {
        return audit().findEvents(user(username), 10);
    }

    private static List<AuditAction> acts(String username) {
        return history(username).stream().map(AuditEvent::action).toList();
    }

    private static User user(String username) {
        return user(service, username);
    }

    private static User user(Service service, String username) {
        return new QUser(service.db()).username.eq(username).findOne();
    }
}
