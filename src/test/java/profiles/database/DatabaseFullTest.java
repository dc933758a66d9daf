package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Service;
import profiles.fixture.SmallDisk;

/** When the disk of the embedded database is full. */
class DatabaseFullTest {
    private static final String LONG = "x".repeat(15_000);

    @Test void what_has_no_room_is_told_so_and_all_else_goes_on() {
        try (var disk = new SmallDisk(4 * 1024);
             var service = Service.on(Engine.SQLITE, Map.of("DATABASE_URL", "jdbc:sqlite:" + disk.folder().resolve("profiles.db")))) {
            var browser = service.browser().register("ada");
            var program = service.program();
            program.login("ada", "correct horse");
            browser.post("/profile/edit/", "bio", LONG);
            disk.fill(0);

            var status = 0;
            for (int i = 0; i < 1000 && status != 507; i++) status = program.post("/profile/edit/", "bio", i + LONG).status();
            var page = browser.post("/profile/edit/", "bio", "page" + LONG);

            assertEquals(507, status);
            assertEquals(507, page.status());
            assertTrue(page.contains("<h1>No room left</h1>"));
            assertTrue(program.get("/api/profile/").json().get("bio").textValue().endsWith(LONG));
            assertEquals(200, browser.get("/healthz").status());

            disk.empty();

            assertEquals(303, browser.post("/profile/edit/", "bio", "There is room again").status());
        }
    }

    /** Not even by the next start, which reads what was left on the disk. */
    @Test void a_token_that_was_not_stored_is_told_so_and_one_that_may_be_is_not_told_to_be_none() {
        try (var disk = new SmallDisk(4 * 1024);
             var service = Service.on(Engine.SQLITE, Map.of("DATABASE_URL", "jdbc:sqlite:" + disk.folder().resolve("profiles.db")))) {
            var program = service.program().register("ada");
            var refused = new ArrayList<String>();
            for (long left : new long[] {0, 4096, 8192, 20_000, 40_000}) {
                program.get("/api/profile/");
                disk.empty();
                disk.fill(left);
                for (int i = 0; i < 20; i++) {
                    var name = left + "-" + i;
                    var answer = program.post("/accounts/tokens/", "name", name);
                    if (answer.status() == 507) refused.add(name);
                    else if (answer.status() == 503) assertTrue(answer.body().contains("unknown"), answer::toString);
                    else if (answer.status() != 422) assertEquals(201, answer.status(), answer::toString);
                }
            }
            assertFalse(refused.isEmpty());
            var now = program.get("/accounts/tokens/").body();
            disk.empty();
            var copy = service.copy(Map.of());
            var later = copy.program();
            later.login("ada", "correct horse");
            for (var name : refused) {
                assertFalse(now.contains("\"" + name + "\""), name);
                assertFalse(later.get("/accounts/tokens/").body().contains("\"" + name + "\""), name);
            }
            copy.stop();
        }
    }
}
