package profiles.ratelimit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.Service;

/** A proxy that is missing in TRUSTED_PROXIES makes all visitors one, which the log says. */
class UnlistedProxyWarningTest {

    @Test void several_accounts_behind_a_proxy_that_is_not_named_are_a_warning_once_an_hour() {
        try (var service = Service.on(Engine.SQLITE, Map.of("THROTTLE", "on")); var log = new Log("profiles.ratelimit")) {
            for (int round = 0; round < 2; round++) for (int i = 0; i < 3; i++)
                service.program().from("198.51.100." + i).login("someone" + i, "wrong");

            assertEquals(
                List.of("WARN Several accounts are used from 127.0.0.1, with X-Forwarded-For, which does not count: TRUSTED_PROXIES does "
                + "not name this "
                + "address. If it is your web server, set TRUSTED_PROXIES=127.0.0.1; until then all visitors share the limits of one."),
                log.alarms());

            service.clock().forward(Duration.ofHours(1));
            for (int i = 0; i < 3; i++) service.program().from("198.51.100." + i).login("someone" + i, "wrong");
            assertEquals(2, log.alarms().size());
        }
    }

    @Test void one_account_or_a_trusted_proxy_or_none_is_no_matter() {
        try (var service = Service.on(Engine.SQLITE, Map.of("THROTTLE", "on", "TRUSTED_PROXIES", "127.0.0.1")); var log = new Log(
            "profiles.ratelimit")) {
            for (int i = 0; i < 3; i++) service.program().from("198.51.100." + i).login("someone" + i, "wrong");
            assertEquals(List.of(), log.alarms());
        }
        try (var service = Service.on(Engine.SQLITE, Map.of("THROTTLE", "on")); var log = new Log("profiles.ratelimit")) {
            for (int i = 0; i < 3; i++) service.program().login("someone" + i, "wrong");
            for (int i = 0; i < 3; i++) service.program().from("198.51.100." + i).login("someone", "wrong");
            assertEquals(List.of(), log.alarms());
        }
    }
}
