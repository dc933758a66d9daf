package profiles.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
            assertTrue(page.says("<h1>No room left</h1>"));
            assertTrue(program.get("/api/profile/").json().get("bio").textValue().endsWith(LONG));
            assertEquals(200, browser.get("/healthz").status());

            disk.empty();

            assertEquals(303, browser.post("/profile/edit/", "bio", "There is room again").status());
        }
    }
}
