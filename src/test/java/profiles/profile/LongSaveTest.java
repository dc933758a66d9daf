package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** A machine that sleeps for a day in the middle of a save: the cleanup of another copy may have taken its file for left. */
class LongSaveTest extends ServiceTest {

    @Test void a_save_whose_reservation_has_lapsed_is_given_up_and_the_old_file_stays() {
        try (var own = Service.on(engine)) {
            var sleeper = own.program().register("sleeper");
            var old = sleeper.post("/profile/edit/", cv("old.pdf")).json();
            own.db().sqlUpdate(engine == Engine.SQLITE
                ? "create trigger lapse after insert on media_file begin "
                    + "update media_file set state = 'released' where state = 'reserved'; end"
                : "create trigger lapse before insert on media_file for each row set new.state = 'released'").execute();

            var answer = sleeper.post("/profile/edit/", cv("new.pdf"));

            assertEquals(503, answer.status());
            assertTrue(answer.header("Retry-After") != null);
            assertEquals(List.of("cvs/old.pdf"), own.files());
            assertEquals(old, sleeper.get("/api/profile/").json());
        }
    }

    private static Form cv(String name) {
        return new Form().file("cv", name, "application/pdf", Samples.pdf(name));
    }
}
