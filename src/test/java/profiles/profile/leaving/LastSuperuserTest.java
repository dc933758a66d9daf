package profiles.profile.leaving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LastSuperuserTest extends AccountDeletionPagesTest {
    @AfterEach void nobody_rules() {
        sql("update auth_user set is_superuser = false");
    }

    @Test void the_last_superuser_stays() {
        browser.register("ruler");
        program.login("ruler", PASSWORD);
        sql("update auth_user set is_superuser = true where username = 'ruler'");

        var page = browser.post("/accounts/delete/", "password", PASSWORD);
        var json = program.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(422, page.status());
        assertTrue(page.contains("You are the last superuser"));
        assertEquals(422, json.status());
        assertTrue(json.json().at("/errors/form/0").asText().startsWith("You are the last superuser"));
        assertEquals(200, browser.get("/profile/").status());
    }

    @Test void a_superuser_beside_an_active_one_may_leave() {
        browser.register("abdicating");
        program.register("inactive-heir");
        sql("update auth_user set is_superuser = true where username in ('abdicating', 'inactive-heir')");
        sql("update auth_user set is_active = false where username = 'inactive-heir'");
        assertEquals(422, browser.post("/accounts/delete/", "password", PASSWORD).status());

        sql("update auth_user set is_active = true where username = 'inactive-heir'");
        var answer = browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(303, answer.status());
    }

    @Test void one_who_cannot_log_in_here_is_no_other() {
        browser.register("sole");
        program.register("elsewhere-only");
        sql("update auth_user set is_superuser = true where username in ('sole', 'elsewhere-only')");
        sql("update auth_user set password = '!unusable' where username = 'elsewhere-only'");

        assertEquals(422, browser.post("/accounts/delete/", "password", PASSWORD).status());
    }

    @Test void two_superusers_who_leave_at_once_do_not_each_count_on_the_other() {
        browser.register("consul-a");
        program.register("consul-b");
        sql("update auth_user set is_superuser = true where username in ('consul-a', 'consul-b')");

        var other = CompletableFuture.supplyAsync(() -> program.post("/accounts/delete/", "password", PASSWORD).status());
        var one = browser.post("/accounts/delete/", "password", PASSWORD).status();

        assertTrue(one == 303 && other.join() == 422 || one == 422 && other.join() == 204, one + " and " + other.join());
    }
}
