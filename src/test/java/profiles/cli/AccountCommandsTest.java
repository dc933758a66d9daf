package profiles.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.ServiceTest;

/** Each command runs beside the service, on its database, and could not listen where the service does. */
class AccountCommandsTest extends ServiceTest {
    private static final String PASSWORD = "correct horse";

    @Test void a_superuser_is_made_and_signs_in() {
        var run = run(PASSWORD + "\n", "createsuperuser", "--username", "root", "--email", "root@example.org");

        assertEquals(new Run(0, "The superuser root is ready.\n", ""), run);
        assertEquals(303, browser.login("root", PASSWORD).status());
        assertEquals(200, browser.get("/profile/").status());
        assertEquals(1, service.db().sqlQuery("select count(*) from auth_user where username = 'root' and email = 'root@example.org'"
            + " and is_superuser = true and is_staff = true and is_active = true").mapToScalar(Integer.class).findOne());
    }

    @Test void what_is_not_given_is_asked_for_a_line_each() {
        var run = run("жанна\n\nпароль подлиннее\n", "createsuperuser");

        assertEquals(new Run(0, "The superuser жанна is ready.\n", ""), run);
        assertEquals(200, program.login("жанна", "пароль подлиннее").status());
    }

    @Test void a_superuser_is_held_to_the_rules_of_the_page_and_hears_all_that_is_wrong() { // ASVS 6.2.1
        var run = run("short\n", "createsuperuser", "--username", "no blanks", "--email", "nowhere");

        assertEquals(1, run.code());
        assertEquals("", run.out());
        assertTrue(run.err().contains("username: Use only letters"), run.err());
        assertTrue(run.err().contains("email: Enter an e-mail address"), run.err());
        assertTrue(run.err().contains("password: Use at least 8"), run.err());
        assertFalse(run.err().contains("\tat "), "no stack trace");
    }

    @Test void a_taken_name_is_refused() {
        browser.register("taken-already");

        var run = run(PASSWORD + "\n", "createsuperuser", "--username", "taken-already", "--email", "");

        assertEquals(1, run.code());
        assertEquals("username: This user name is taken. Choose another one.\n", run.err());
    }

    @Test void a_password_is_never_an_argument() { // ASVS 14.2.1 in spirit: other users of the machine see arguments
        assertEquals(2, run("", "createsuperuser", "--username", "x", "--email", "", "--password", PASSWORD).code());
        assertEquals(2, run("", "changepassword", "x", PASSWORD).code());
    }

    @Test void an_input_that_ends_too_early_changes_nothing() {
        browser.register("unchanged");

        var run = run("", "changepassword", "unchanged");

        assertEquals(1, run.code());
        assertEquals("Nothing was done: the input ended before this was given: Password\n", run.err());
        assertEquals(200, browser.get("/profile/").status());
    }

    @Test void another_password_ends_all_sessions() { // ASVS 7.4.3
        browser.register("forgetful");
        program.login("forgetful", PASSWORD);

        var run = run("another horse\n", "changepassword", "forgetful");

        assertEquals(new Run(0, "The password of forgetful is changed, and all sessions are ended.\n", ""), run);
        assertEquals(303, browser.get("/profile/").status());
        assertEquals(401, program.get("/api/profile/").status());
        assertEquals(422, program.login("forgetful", PASSWORD).status());
        assertEquals(200, program.login("forgetful", "another horse").status());
    }

    @Test void a_poor_password_changes_nothing() { // ASVS 6.2.1
        program.register("steady");

        var run = run("short\n", "changepassword", "steady");

        assertEquals(1, run.code());
        assertEquals("password: Use at least 8 characters.\n", run.err());
        assertEquals(200, program.get("/api/profile/").status());
    }

    @Test void a_deactivated_member_is_out_at_the_next_request_until_he_is_activated() { // ASVS 7.4.2
        program.register("suspended");

        var off = run("", "deactivate", "suspended");
        assertEquals(new Run(0, "suspended is not active any more; all sessions are ended, and all tokens revoked.\n", ""), off);
        assertEquals(401, program.get("/api/profile/").status());
        assertEquals(422, program.login("suspended", PASSWORD).status());

        var on = run("", "activate", "suspended");
        assertEquals(new Run(0, "suspended is active.\n", ""), on);
        assertEquals(401, program.get("/api/profile/").status(), "the old session is dead for good");
        assertEquals(200, program.login("suspended", PASSWORD).status());
    }

    @Test void all_sessions_of_one_member_are_ended_and_nobody_elses() { // ASVS 7.4.5
        browser.register("kicked");
        program.register("left-alone");

        var run = run("", "sessions", "end", "kicked");

        assertEquals(new Run(0, "All sessions of kicked are ended, and all tokens revoked.\n", ""), run);
        assertEquals(303, browser.get("/profile/").status());
        assertEquals(200, program.get("/api/profile/").status());
    }

    @Test void a_member_is_made_staff_and_no_more() {
        program.register("raised");
        assertEquals(403, program.get("/staff/profiles/1/").status());

        assertEquals(new Run(0, "raised is staff.\n", ""), run("", "makestaff", "raised"));
        assertEquals(200, program.get("/staff/profiles/1/").status());

        assertEquals(new Run(0, "raised is not staff any more.\n", ""), run("", "unmakestaff", "raised"));
        assertEquals(403, program.get("/staff/profiles/1/").status());
    }

    @Test void the_last_superuser_stays_active() {
        service.db().sqlUpdate("update auth_user set is_superuser = false").execute();
        run(PASSWORD + "\n", "createsuperuser", "--username", "only-one", "--email", "");

        var run = run("", "deactivate", "only-one");

        assertEquals(new Run(1, "", "This is the last superuser: make another one first, or nobody can run this service.\n"), run);
        assertEquals(200, program.login("only-one", PASSWORD).status());
        run(PASSWORD + "\n", "createsuperuser", "--username", "second-one", "--email", "");
        assertEquals(0, run("", "deactivate", "only-one").code());
    }

    @Test void an_unknown_user_is_told_in_a_line() {
        for (var command : List.of("changepassword", "deactivate", "activate", "makestaff", "unmakestaff", "sessions end"))
            assertEquals(new Run(1, "", "There is no user named \"nobody\".\n"), run("", (command + " nobody").split(" ")));
    }

    private Run run(String typed, String... args) {
        var settings = new HashMap<>(service.settings());
        settings.put("PORT", String.valueOf(service.port()));
        return Run.of(settings, typed, args);
    }
}
