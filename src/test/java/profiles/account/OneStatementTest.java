package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import profiles.fixture.ServiceTest;
import profiles.fixture.Statements;

/** One SQL statement tells who asks, with all that his pages need. */
class OneStatementTest extends ServiceTest {
    private static final String[] PATHS = {"/profile/", "/profile/edit/", "/api/profile/"};

    @Test void a_member_with_a_cookie_costs_one_statement() {
        browser.register("onecookie");

        for (var path : PATHS) costsOne(path);
    }

    @Test void a_program_with_a_token_costs_one_statement() {
        program.register("onetoken");
        var token = program.post("/accounts/tokens/", "name", "x").json().get("token").textValue();
        service.program().get("/api/profile/", "Authorization", "Bearer " + token); // "last used" is written

        for (var path : PATHS) costsOne(path, "Authorization", "Bearer " + token);
    }

    @Test void a_program_with_a_password_costs_one_statement_and_a_hash() {
        program.register("onepassword");
        var pair = Base64.getEncoder().encodeToString("onepassword:correct horse".getBytes(StandardCharsets.UTF_8));
        service.program().get("/api/profile/", "Authorization", "Basic " + pair); // the kinds of hashes become known, once

        for (var path : PATHS) costsOne(path, "Authorization", "Basic " + pair);
    }

    @Test void a_guest_and_a_token_that_cannot_be_ours_cost_none() {
        try (var statements = Statements.listen()) {
            service.browser().get("/accounts/login/");
            service.program().get("/api/profile/");
            service.program().get("/api/profile/", "Authorization", "Bearer prf_" + "a".repeat(49));

            assertEquals(0, statements.heard().size(), statements.heard().toString());
        }
    }

    private void costsOne(String path, String... headers) {
        try (var statements = Statements.listen()) {
            assertEquals(200, browser.get(path, headers).status(), path);

            assertEquals(1, statements.heard().size(), path + " " + statements.heard());
        }
    }
}
