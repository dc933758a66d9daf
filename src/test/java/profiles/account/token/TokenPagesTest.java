package profiles.account.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import profiles.account.SecretToken;
import profiles.account.query.QAccessToken;
import profiles.fixture.ServiceTest;

class TokenPagesTest extends ServiceTest {
    private static final Pattern TOKEN = Pattern.compile("prf_[0-9A-Za-z]{49}");

    @Test void a_token_is_shown_once_on_the_page_that_makes_it() {
        browser.register("maker");

        var made = browser.post("/accounts/tokens/", "name", "backup", "days", "30", "read_only", "true");

        assertEquals(201, made.status());
        assertEquals("no-store", made.header("Cache-Control"));
        var found = TOKEN.matcher(made.body());
        assertTrue(found.find());
        var list = browser.get("/accounts/tokens/");
        assertTrue(list.contains("backup"));
        assertTrue(list.contains(found.group().substring(0, 8)));
        assertFalse(list.contains(found.group()));
    }

    @Test void a_program_makes_a_token_and_finds_it_in_the_list() {
        program.register("scripted");

        var made = program.send("POST", "/accounts/tokens/", "application/json", "{\"name\":\"ci\",\"days\":7,\"read_only\":false}");
        var listed = program.get("/accounts/tokens/").json().at("/tokens/0");

        assertEquals(201, made.status());
        assertTrue(TOKEN.matcher(made.json().get("token").textValue()).matches());
        assertEquals("ci", listed.get("name").textValue());
        assertEquals(made.json().get("token").textValue().substring(0, 8), listed.get("prefix").textValue());
        assertFalse(listed.get("read_only").booleanValue());
        assertTrue(listed.get("last_used").isNull());
        assertEquals(made.json().get("expires"), listed.get("expires"));
        assertFalse(listed.has("token"));
    }

    @Test void a_token_without_a_word_about_it_only_reads_and_does_not_expire() {
        program.register("plain");

        var made = program.post("/accounts/tokens/", "name", "plain").json();

        assertTrue(made.get("read_only").booleanValue());
        assertTrue(made.get("expires").isNull());
    }

    @Test void the_database_knows_only_the_hash() {
        program.register("hashedtoken");
        var text = program.post("/accounts/tokens/", "name", "x").json().get("token").textValue();

        // ASVS 7.2.3
        var row = new QAccessToken(service.db()).user.username.eq("hashedtoken").findOne();
        assertEquals(SecretToken.hash(text), row.tokenHash);
        assertEquals(text.substring(0, 8), row.prefix);
    }

    @Test void all_that_is_wrong_with_a_new_token_is_told_at_once() {
        browser.register("wrongtoken");
        program.register("wrongtoken2");

        for (var days : new String[] {"0", "-1", "3651", "1.5", "soon", "99999999999"}) {
            var page = browser.post("/accounts/tokens/", "name", "", "days", days, "read_only", "false");
            var json = program.post("/accounts/tokens/", "name", " ", "days", days);

            assertEquals(422, page.status(), days);
            assertTrue(page.contains("Give the token a name"), days);
            assertTrue(page.contains("value=\"" + days + "\""), days);
            assertTrue(page.body().matches("(?s).*value=\"false\"[^>]* checked.*"), "the choice stays");
            assertEquals(422, json.status(), days);
            assertTrue(json.json().at("/errors/name/0").isTextual(), days);
            assertTrue(json.json().at("/errors/days/0").isTextual(), days);
        }
        assertEquals(422, program.post("/accounts/tokens/", "name", "n".repeat(101)).status());
        assertEquals(400, program.send("POST", "/accounts/tokens/", "application/json", "{\"name\":1}").status());
    }

    @Test void the_form_offers_the_careful_choice() {
        browser.register("careful");

        var form = browser.get("/accounts/tokens/new/");

        assertTrue(form.body().matches("(?s).*value=\"true\"[^>]* checked.*"), "read only");
        assertTrue(form.contains("value=\"90\""));
    }

    @Test void a_revoked_token_is_dead_at_once() {
        browser.register("revoker");
        program.login("revoker", "correct horse");
        var text = program.post("/accounts/tokens/", "name", "first").json().get("token").textValue();
        var second = program.post("/accounts/tokens/", "name", "second").json();
        var id = program.get("/accounts/tokens/").json().at("/tokens/1/id").asText();

        var page = browser.post("/accounts/tokens/" + id + "/revoke/");
        var json = program.send("DELETE", "/accounts/tokens/" + second.get("id").asText() + "/", BodyPublishers.noBody());

        assertEquals("/accounts/tokens/", page.location());
        assertTrue(browser.get("/accounts/tokens/").contains("The token is revoked."));
        assertEquals(204, json.status());
        for (var each : new String[] {text, second.get("token").textValue()})
            assertEquals(401, service.program().get("/api/profile/", "Authorization", "Bearer " + each).status());
    }

    @Test void nobody_revokes_or_sees_the_token_of_another() {
        program.register("tokenvictim");
        var made = program.post("/accounts/tokens/", "name", "mine").json();
        browser.register("tokenthief");

        // ASVS 8.2.2
        assertEquals(404, browser.post("/accounts/tokens/" + made.get("id").asText() + "/revoke/").status());
        assertFalse(browser.get("/accounts/tokens/").contains("mine"));
        assertEquals(200, service.program().get("/api/profile/", "Authorization", "Bearer " + made.get("token").textValue()).status());
    }

    @Test void a_guest_sees_no_tokens() {
        assertEquals("/accounts/login/?next=%2Faccounts%2Ftokens%2F", browser.get("/accounts/tokens/").location());
        assertEquals(401, program.get("/accounts/tokens/").status());
    }
}
