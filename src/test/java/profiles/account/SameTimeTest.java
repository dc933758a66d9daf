package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.slf4j.LoggerFactory;
import profiles.account.password.PasswordHasher;
import profiles.account.password.StoredHash;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.OnSqlite;
import profiles.fixture.Service;

/** Nobody learns from a failed login whether there is such an account (ASVS 6.3.8). */
@Tag("serial")
@OnSqlite
class SameTimeTest {
    private static final List<String> WHO = List.of("unknown", "wrong", "inactive", "unusable", "refused", "django", "later-django");
    private static final int TRIES = 210, ROUNDS = 3;
    private static final String ZEROS = "$aWTbqmLsV6aL9VBcgdQCFJ$" + "A".repeat(43) + "=";

    /** Without a hash an answer comes ten times as fast, and Django's take their own time. A busy machine blurs the medians by a tenth. */
    private static final double ALIKE = 1.4;

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(PasswordHasher.class);

    private static Service service;

    @Parameter
    Engine engine;

    @BeforeParameterizedClassInvocation static void start(Engine engine) {
        LOG.setLevel(Level.OFF); // each try at a refused hash is a line
        service = Service.on(engine, Map.of("THROTTLE", "off"));
        add("wrong", StoredHash.write("another horse"), true);
        add("inactive", StoredHash.write("correct horse"), false);
        add("unusable", "!aWTbqmLsV6aL9VBcgdQCFJolX5RqAnKlTghh9Z03", true);
        add("django", "pbkdf2_sha256$200000" + ZEROS, true);
        add("later-django", "pbkdf2_sha256$400000" + ZEROS, true);
        add("refused", DjangoStrings.REFUSED.get("MD5"), true);
    }

    @AfterParameterizedClassInvocation static void stop() {
        service.close();
        LOG.setLevel(null);
    }

    @Test void every_failed_login_has_the_same_answer() {
        for (var client : List.of(service.browser(), service.program())) {
            var first = login(client, "unknown");
            for (var who : WHO) {
                var answer = login(client, who);

                assertEquals(422, answer.status());
                assertEquals(first.body().replace("unknown", who), answer.body());
            }
        }
    }

    @Test void every_failed_login_takes_the_same_time() {
        var seen = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            var medians = medians(service.program());
            if (Collections.max(medians.values()) < ALIKE * Collections.min(medians.values())) return;
            seen.add(medians.toString());
        }
        fail("milliseconds: " + seen);
    }

    /** The kinds in turn, so that what slows the machine down slows all of them down. */
    private static Map<String, Double> medians(Client client) {
        var times = new LinkedHashMap<String, List<Double>>();
        for (int i = 0; i < TRIES; i++) {
            var who = WHO.get(i % WHO.size());
            var start = System.nanoTime();
            login(client, who);
            times.computeIfAbsent(who, none -> new ArrayList<>()).add((System.nanoTime() - start) / 1e6);
        }
        var medians = new LinkedHashMap<String, Double>();
        times.forEach((who, all) -> medians.put(who, all.stream().sorted().skip(all.size() / 2).findFirst().orElseThrow()));
        return medians;
    }

    private static Answer login(Client client, String who) {
        return client.login(who, "correct horse");
    }

    private static void add(String name, String hash, boolean active) {
        var user = new User(name, "", hash, service.clock().instant());
        user.active = active;
        service.db().save(user);
    }
}
