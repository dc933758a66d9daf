package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.account.password.StoredHash;
import profiles.account.query.QUser;
import profiles.fixture.Client;
import profiles.fixture.ServiceTest;

/** Sessions and tokens end with what they were made under, and do not come back (ASVS 7.4.2, 7.4.3). */
class EndedAccessTest extends ServiceTest {

    @Test void staff_end_tokens_with_the_sessions_and_the_page_says_so() {
        var token = memberWithToken("ended");
        staff("ender");

        assertTrue(browser.get(home("ended")).contains("on every device, and the member's tokens for programs are revoked"));
        assertEquals(303, browser.post(home("ended") + "end_sessions/").status());

        assertTrue(browser.get(home("ended")).contains("The member is logged out everywhere, and all tokens are revoked."));
        assertRefused(token);
    }

    @Test void a_token_alone_can_be_ended_too() {
        var token = memberWithToken("tokenonly");
        service.db().sqlUpdate("delete from user_session where user_id = ?").setParameter(user("tokenonly").id()).execute();
        staff("tokenender");

        assertTrue(browser.get(home("tokenonly")).contains("Log out everywhere"));
        browser.post(home("tokenonly") + "end_sessions/");

        assertRefused(token);
    }

    @Test void an_account_that_is_activated_again_begins_without_tokens_whoever_deactivated_it() {
        staff("activator");
        for (var name : List.of("byus", "bydjango")) {
            var token = memberWithToken(name);
            if (name.equals("byus")) browser.post(home(name) + "deactivate/");
            else service.db().sqlUpdate("update auth_user set is_active = 0 where username = ?").setParameter(name).execute();

            assertEquals(303, browser.post(home(name) + "activate/").status());

            assertRefused(token);
        }
    }

    @Test void a_token_that_was_used_while_the_account_was_inactive_is_gone() {
        var token = memberWithToken("unlucky");
        setActive("unlucky", 0);
        assertRefused(token);

        setActive("unlucky", 1);

        assertRefused(token);
    }

    @Test void another_password_ends_sessions_and_tokens_whoever_set_it() {
        var token = memberWithToken("djangoset");
        assertEquals(200, program.get("/api/profile/").status());

        service.db().sqlUpdate("update auth_user set password = ? where username = ?").setParameter(StoredHash.write("battery staple"))
            .setParameter("djangoset").execute();

        assertRefused(token);
        assertEquals(401, program.get("/api/profile/").status());
    }

    @Test void a_hash_that_is_renewed_at_login_ends_nothing() {
        var token = memberWithToken("renewed");
        var id = user("renewed").id();
        service.db().sqlUpdate("update auth_user set password = ? where id = ?").setParameters(DjangoStrings.PBKDF2, id).execute();
        for (var table : List.of("user_session", "user_token"))
            service.db().sqlUpdate("update " + table + " set password_mark = ? where user_id = ?")
                .setParameters(SecretToken.hash(DjangoStrings.PBKDF2), id).execute();

        assertEquals(200, service.program().login("renewed", DjangoStrings.PASSWORD).status());

        assertTrue(user("renewed").password().startsWith("argon2$"));
        assertEquals(200, program.get("/api/profile/").status());
        assertEquals(200, service.program().get("/api/profile/", "Authorization", token).status());
    }

    @Test void the_session_that_changes_the_password_goes_on() {
        program.register("changer");

        assertEquals(204, program.post("/accounts/password_change/", "old_password", "correct horse", "new_password1", "battery staple 9",
            "new_password2",
            "battery staple 9").status());

        assertEquals(200, program.get("/api/profile/").status());
    }

    /** Of {@code program}, which is signed in by a session too. */
    private String memberWithToken(String name) {
        program = service.program().register(name);
        return token(program);
    }

    private static String token(Client client) {
        return "Bearer " + client.post("/accounts/tokens/", "name", "x").json().get("token").textValue();
    }

    private static void assertRefused(String token) {
        assertEquals(401, service.program().get("/api/profile/", "Authorization", token).status());
    }

    private void staff(String name) {
        browser.register(name);
        service.db().sqlUpdate("update auth_user set is_staff = 1 where username = ?").setParameter(name).execute();
    }

    private static void setActive(String name, int active) {
        service.db().sqlUpdate("update auth_user set is_active = ? where username = ?").setParameters(active, name).execute();
    }

    private static String home(String name) {
        return "/staff/profiles/" + user(name).id() + "/";
    }

    private static User user(String name) {
        return new QUser(service.db()).username.eq(name).findOne();
    }
}
