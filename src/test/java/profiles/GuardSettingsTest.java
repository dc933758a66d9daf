package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.audit.query.QAuditEvent;
import profiles.config.StartupException;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.Wait;

class GuardSettingsTest {

    @Test void wrong_settings_are_named_at_start() {
        var reason = assertThrows(StartupException.class,
            () -> Service.on(Engine.SQLITE, Map.of("TRUSTED_PROXIES", "10.0.0.0/8, proxy.example.org", "THROTTLE", "sometimes")));

        assertTrue(reason.getMessage()
            .contains("TRUSTED_PROXIES: \"proxy.example.org\" is not an address, or a block of them like 10.0.0.0/8"));
        assertTrue(reason.getMessage().contains("THROTTLE: \"sometimes\" is neither on nor off"));
    }

    @Test void to_switch_the_throttle_off_is_warned_of_and_else_a_start_is_silent() {
        try (var log = new Log("profiles"); var throttleLog = new Log("profiles.ratelimit")) {
            Service.on(Engine.SQLITE, Map.of("THROTTLE", "on")).close();
            assertEquals(List.of(), log.lines());
            assertEquals(List.of(), throttleLog.lines());

            Service.on(Engine.SQLITE, Map.of("THROTTLE", "off")).close();
            assertEquals(1, throttleLog.lines().stream().filter(line -> line.startsWith("WARN THROTTLE is off")).count());
        }
    }

    @Test void a_stop_right_after_the_start_lets_the_tidying_end() {
        try (var log = new Log("io.ebean"); var own = new Log("profiles")) {
            for (int i = 0; i < 3; i++) Service.on(Engine.SQLITE, Map.of("THROTTLE", "on")).close();

            assertEquals(List.of(), log.lines());
            assertEquals(List.of(), own.lines());
        }
    }

    @Test void old_events_go_every_day_beginning_with_the_start() {
        try (var first = Service.on(Engine.SQLITE)) {
            first.program().register("old");
            first.db().sqlUpdate("update audit_event set happened = '2020-01-01 00:00:00'").execute();

            try (var second = Service.on(Engine.SQLITE, Map.of("DATABASE_URL", "jdbc:sqlite:" + first.media()
                .resolveSibling("profiles.db")))) {
                Wait.until("the old events are gone", () -> !new QAuditEvent(second.db()).exists());
            }
        }
    }
}
