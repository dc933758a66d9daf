package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;
import profiles.fixture.Wait;
import profiles.web.Json;

/** The jar as those who run it look after it. */
@Timeout(120)
class OperateIT {
    @TempDir
    Path folder;

    @Test void a_backup_of_the_running_jar_is_restored_and_served_in_a_small_heap() throws Exception {
        var settings = Jar.settings(Engine.SQLITE, folder);
        var ada = new Uploader();
        var cv = Samples.pdf(9_000_000);
        try (var jar = Jar.ready(folder, settings, "-Xmx64m")) {
            ada.at(jar);
            ada.register("ada");
            ada.save(new Form().file("cv", "Größe.pdf", "application/pdf", cv));

            var backup = Jar.command(folder, settings, List.of("-Xmx24m"), "backup", "profiles.tar");
            assertEquals(0, backup.exit(), () -> backup.said().toString());
            assertTrue(backup.said().get(0).matches("Backed up: \\d+ rows and 1 documents \\(9000000 bytes\\), in profiles.tar\\."),
                backup.said().toString());
        }

        var place = Files.createDirectories(folder.resolve("place"));
        var there = Jar.settings(Engine.SQLITE, place);
        var restore = Jar.command(folder, there, List.of("-Xmx24m"), "restore", "profiles.tar");
        assertEquals(0, restore.exit(), () -> restore.said().toString());
        try (var jar = Jar.ready(place, there, "-Xmx64m")) {
            ada.at(jar);
            assertArrayEquals(cv, ada.download(ada.profile().get("cv").textValue()));
        }
        try (var all = Files.list(folder)) {
            assertEquals(List.of(), all.filter(file -> file.toString().endsWith(".part")).toList());
        }
    }

    @Test void each_line_of_the_log_is_an_object() throws IOException {
        var settings = new HashMap<>(Map.of("PORT", "0", "LOG_FORMAT", "json"));
        try (var jar = Jar.of(folder, settings)) {
            Wait.until("it is ready", () -> jar.said().stream().anyMatch(line -> line.contains("Profiles is ready at ")));

            for (var line : jar.said()) assertEquals("INFO", Json.STRICT.readTree(line).get("level").textValue());
        }
        settings.put("MEDIA_ROOT", Files.createFile(folder.resolve("file")).toString());
        var refused = Jar.of(folder, settings);
        assertEquals(1, refused.exit());
        assertTrue(Json.STRICT.readTree(refused.said().get(0)).get("message").textValue().contains("MEDIA_ROOT: cannot write"),
            refused.said().toString());
    }
}
