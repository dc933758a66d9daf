package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;
import profiles.fixture.Wait;
import profiles.profile.query.QProfile;

/** A machine that sleeps in the middle of a save: the sweep may have taken its file for left meanwhile. */
class LongSaveTest extends ServiceTest {

    @Test void a_save_of_more_than_an_hour_is_given_up_and_the_old_file_stays() {
        try (var own = Service.on(engine)) {
            var sleeper = own.program().register("sleeper");
            var old = sleeper.post("/profile/edit/", cv("old.pdf")).json();

            CompletableFuture<Answer> answer;
            try (var transaction = own.db().beginTransaction()) {
                var user = new QUser(own.db()).username.eq("sleeper").findOne();
                new QProfile(own.db()).user.id.eq(user.id()).forUpdate().findOne();
                answer = CompletableFuture.supplyAsync(() -> sleeper.post("/profile/edit/", cv("new.pdf")));
                Wait.until("the new file is stored", () -> own.files().contains("cvs/new.pdf"));
                own.clock().forward(Duration.ofHours(2));
            }

            assertEquals(503, answer.join().status());
            assertTrue(answer.join().header("Retry-After") != null);
            assertEquals(List.of("cvs/old.pdf"), own.files());
            assertEquals(old, sleeper.get("/api/profile/").json());
        }
    }

    private static Form cv(String name) {
        return new Form().file("cv", name, "application/pdf", Samples.pdf(name));
    }
}
