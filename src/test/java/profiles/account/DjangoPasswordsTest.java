package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import profiles.account.password.HashingLimiter;
import profiles.account.password.PasswordHasher;
import profiles.account.query.QUser;
import profiles.fixture.SqliteServiceTest;

/** People whose accounts Django made. */
class DjangoPasswordsTest extends SqliteServiceTest {
    private static final String TODAYS = "argon2\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$.{22}\\$.{43}";

    /** KiB: enough for one hash of today. */
    private static final int ROOM = 32 * 1024;

    private final Logger log = (Logger) LoggerFactory.getLogger(PasswordHasher.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach void listen() {
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach void hush() {
        log.detachAppender(lines);
    }

    // ASVS 6.2.8, 11.4.2
    @Test void whoever_had_a_password_in_django_signs_in_with_it_and_gets_todays_hash() {
        var i = 0;
        for (var hash : DjangoStrings.GOOD.values()) {
            var name = "django" + i++;
            withHash(name, hash);

            assertEquals(303, service.browser().login(name, DjangoStrings.PASSWORD).status(), hash);
            assertTrue(kept(name).matches(TODAYS), hash);
            assertEquals(200, service.program().login(name, DjangoStrings.PASSWORD).status(), "and once more, with the new one");
        }
    }

    @Test void a_hash_of_today_stays_as_it_is() {
        program.register("current");
        var before = kept("current");

        assertEquals(200, service.program().login("current", "correct horse").status());
        assertEquals(before, kept("current"));
    }

    @Test void a_wrong_password_renews_nothing() {
        withHash("wrong", DjangoStrings.PBKDF2);

        assertEquals(422, program.login("wrong", "correct horse").status());
        assertEquals(DjangoStrings.PBKDF2, kept("wrong"));
    }

    @Test void a_password_that_was_changed_meanwhile_is_not_overwritten() {
        var stale = withHash("racing", DjangoStrings.PBKDF2);
        var changed = "argon2$argon2id$v=19$m=19456,t=2,p=1$" + "B".repeat(22) + "$" + "B".repeat(43);
        new QUser(service.db()).username.eq("racing").asUpdate().set("password", changed).update();

        new PasswordHasher(service.db(), new HashingLimiter(ROOM, 1, 1), service.graph().optionalWrites())
            .rehash(DjangoStrings.PASSWORD, stale);

        assertEquals(changed, kept("racing"));
    }

    @Test void what_is_refused_is_a_failed_login_in_both_dialects_and_the_log_says_why() {
        var i = 0;
        for (var hash : DjangoStrings.REFUSED.values()) {
            var user = withHash("refused" + i++, hash);
            lines.list.clear();

            assertEquals(422, browser.login(user.username(), DjangoStrings.PASSWORD).status(), hash);
            assertEquals(422, program.login(user.username(), DjangoStrings.PASSWORD).status(), hash);
            assertEquals(hash, kept(user.username()));
            // An unusable password is no fault of the table.
            assertEquals(!hash.startsWith("!"), logged("user " + user.id() + " cannot be checked"), hash);
            assertFalse(!hash.isEmpty() && logged(hash), "a hash is never logged");
        }
    }

    @Test void an_empty_password_lets_nobody_in() {
        withHash("empty", "pbkdf2_sha256$1000$7l65t3AfMohpt2kW5OpxVH$ZrXZklBkTRryXgIxUYremiqWI3W5hbQssL9pKlOKPQM="); // Django's hash of ""

        assertEquals(422, browser.login("empty", "").status());
        assertEquals(422, program.login("empty", "").status());
    }

    @Test void a_hash_larger_than_the_heap_is_a_failed_login_and_the_log_names_the_remedy() {
        var user = withHash("heavy", DjangoStrings.ARGON2_100_MIB);
        var small = new PasswordHasher(service.db(), new HashingLimiter(ROOM, 1, 1), service.graph().optionalWrites());

        assertFalse(small.matches(DjangoStrings.PASSWORD, user));
        assertTrue(logged("-Xmx"), lines.list.toString());
    }

    @Test void renewing_waits_for_nobody() {
        var user = withHash("busy", DjangoStrings.PBKDF2);
        var room = new HashingLimiter(ROOM, 1, 1);

        room.runInTurn(ROOM, () -> {
            new PasswordHasher(service.db(), room, service.graph().optionalWrites()).rehash(DjangoStrings.PASSWORD, user);
            return null;
        });

        assertEquals(DjangoStrings.PBKDF2, kept("busy"));
    }

    private boolean logged(String text) {
        return lines.list.stream().anyMatch(line -> line.getFormattedMessage().contains(text));
    }

    private static User withHash(String name, String hash) {
        var user = new User(name, "", hash, service.clock().instant());
        service.db().save(user);
        return user;
    }

    private static String kept(String name) {
        return new QUser(service.db()).username.eq(name).findOne().password();
    }
}
