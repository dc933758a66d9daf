package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.fixture.ServiceTest;

class RegisterTest extends ServiceTest {

    @Test void a_newcomer_is_signed_in_and_led_to_the_profile_form() {
        var answer = browser.post("/accounts/register/", "username", "ada", "password1", "correct horse", "password2", "correct horse");

        assertEquals(303, answer.status());
        assertEquals("/profile/edit/", answer.location());
        assertTrue(browser.get("/profile/edit/").contains("Welcome!"));
    }

    @Test void a_program_registers_and_gets_the_account() {
        var answer = program.post("/accounts/register/", "username", "bot", "email", "bot@example.org", "password1", "correct horse",
            "password2", "correct horse");

        assertEquals(201, answer.status());
        assertEquals("bot", answer.json().get("username").textValue());
        assertEquals("bot@example.org", answer.json().get("email").textValue());
        assertEquals(200, program.get("/api/profile/").status());
    }

    @Test void a_short_password_is_refused_and_nothing_typed_is_lost() {
        var answer = browser.post("/accounts/register/", "username", "eve", "email", "eve@example.org", "password1", "short", "password2",
            "short");

        assertEquals(422, answer.status());
        assertTrue(answer.contains("at least 8 characters"));
        assertTrue(answer.contains("value=\"eve\""));
        assertTrue(answer.contains("value=\"eve@example.org\""));
        assertFalse(answer.contains("\"short\""), "a password is never echoed");
        assertFalse(new QUser(service.db()).username.eq("eve").exists());
    }

    @Test void a_program_hears_all_errors_at_once() {
        var answer = program.post("/accounts/register/", "username", "no blanks", "email", "nowhere", "password1", "short", "password2",
            "other");

        assertEquals(422, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        for (var field : new String[] {"username", "email", "password1", "password2"})
            assertTrue(answer.json().at("/errors/" + field + "/0").isTextual(), field + " in " + answer);
    }

    @Test void a_taken_name_is_refused_beside_its_field() {
        browser.register("taken");

        var page = service.browser().post("/accounts/register/", "username", "taken", "password1", "correct horse", "password2",
            "correct horse");
        var json = program.post("/accounts/register/", "username", "taken", "password1", "correct horse", "password2", "correct horse");

        assertEquals(422, page.status());
        assertTrue(page.contains("This user name is taken. Choose another one."));
        assertEquals("This user name is taken. Choose another one.", json.json().at("/errors/username/0").textValue());
    }

    @Test void a_name_is_brought_to_one_form_of_unicode() {
        program.register("\uFF58\uFF59\uFF5A"); // full-width xyz

        assertTrue(new QUser(service.db()).username.eq("xyz").exists());
    }

    @Test void passwords_are_kept_as_django_writes_them() {
        program.register("hashed");

        var user = new QUser(service.db()).username.eq("hashed").findOne();
        assertTrue(user.password().matches("argon2\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}"),
            user.password());
    }
}
