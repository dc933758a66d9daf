package profiles.account;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Service;

/**
 * What ends between being read and being written is a guest's, and no fault of ours. Only SQLite lets a trigger play the one who ends it.
 */
class EndedMeanwhileTest {

    @Test void a_session_or_a_token_that_ends_meanwhile_is_a_guests() {
        try (var service = Service.on(Engine.SQLITE)) {
            var member = service.program().register("ended");
            var token = member.post("/accounts/tokens/", "name", "x").json().get("token").textValue();
            for (var table : new String[] {"user_session", "user_token"})
                service.db().sqlUpdate("create trigger gone_" + table + " before update on " + table + " begin select raise(ignore); end")
                    .execute();
            service.clock().forward(Duration.ofMinutes(6));

            assertEquals(401, member.get("/api/profile/").status());
            assertEquals(401, service.program().get("/api/profile/", "Authorization", "Bearer " + token).status());
            assertEquals(200, member.get("/accounts/login/").status());
        }
    }
}
