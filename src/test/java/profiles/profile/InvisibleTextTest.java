package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

/** A name that nobody can see would be a link that nobody can see. */
class InvisibleTextTest extends ServiceTest {
    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u3164", "\u2800", "\u00AD", "\u00A0\u3000", "\uFFA0\u1160"})
    void a_name_that_shows_nothing_is_none(String nothing) {
        var number = Integer.toHexString(nothing.hashCode());
        browser.register("unseen-page" + number);
        program.register("unseen-json" + number);

        browser.post("/profile/edit/", "full_name", nothing, "bio", "\u2800 I am\u3000here \u200B");
        var saved = program.send("PATCH", "/api/profile/", "application/json", "{\"full_name\": \"" + nothing + "\"}");

        var kept = browser.get("/api/profile/").json();
        assertEquals("", kept.get("full_name").textValue());
        assertEquals("I am\u3000here", kept.get("bio").textValue());
        assertEquals("", saved.json().get("full_name").textValue());
    }

    @Test void the_list_calls_somebody_without_a_visible_name_by_the_user_name() {
        browser.register("named");
        service.program().register("unnamed");
        service.db()
            .sqlUpdate(
            "update profiles_profile set full_name = '\u200B' where user_id = (select id from auth_user where username = 'unnamed')")
            .execute();
        service.db().sqlUpdate("update auth_user set is_staff = true where username = 'named'").execute();

        var id = service.db().sqlQuery("select id from auth_user where username = 'unnamed'").mapToScalar(Integer.class).findOne();

        assertEquals("", browser.get("/staff/profiles/?q=unnamed", "Accept", "application/json").json().get("results").get(0)
            .get("full_name").textValue());
        assertTrue(browser.get("/staff/profiles/?q=unnamed").contains("<a href=\"/staff/profiles/" + id + "/\">unnamed</a>"));
    }

    @Test void nobody_is_called_by_letters_that_cannot_be_seen() {
        for (var name : new String[] {"\u3164", "ad\u1160a", "a\uFFA0da", "a\u115Fda", "a\u200Bda", "a\u00ADda"})
            for (var client : new Client[] {browser, program})
                assertEquals(422, client.post("/accounts/register/", "username", name, "password1", "correct horse", "password2",
                    "correct horse").status());
    }

    @Test void an_address_has_no_invisible_letters_inside() {
        for (var address : new String[] {"a\u200Bda@example.org", "ada\u00A0x@example.org", "ada@exam\u00ADple.org",
            "a\u202Eda@example.org"})
            for (var client : new Client[] {browser, program})
                assertEquals(422, client.post("/accounts/register/", "username", "unseen-address", "email", address, "password1",
                    "correct horse", "password2", "correct horse").status());
    }
}
