package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Service;

/** What a developer sees, who has set PROFILES_DEV. */
class DevelopmentTest {
    private static final Path FILE = Path.of("static", "of-a-test.css");

    private final Service service = Service.on(Engine.SQLITE, Map.of("PROFILES_DEV", "true"));

    @AfterEach
    void stop() throws IOException {
        service.close();
        Files.deleteIfExists(FILE);
    }

    @Test void a_change_to_a_file_shows_at_once() throws IOException {
        Files.writeString(FILE, "a {}");
        assertEquals("a {}", service.browser().get("/static/of-a-test.css").body());

        Files.writeString(FILE, "b {}");
        var changed = service.browser().get("/static/of-a-test.css");

        assertEquals("b {}", changed.body());
        assertEquals("no-cache", changed.header("Cache-Control"));
    }

    @Test void pages_name_files_by_plain_names() {
        var page = service.browser().get("/accounts/login/").body();

        assertTrue(page.contains("\"/static/profiles.css\""), page);
        assertEquals(200, service.browser().get("/static/pico.min.css").status());
    }
}
