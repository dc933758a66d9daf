package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;

/** Backup and restore, killed in the middle (kill -9), are done again and leave nothing wrong. */
@OnBothDatabases
@Timeout(120)
class RestoreCrashIT {
    private static final int MEMBERS = 3, LARGE = 9_000_000;

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    @Test void each_can_be_begun_again() throws Exception {
        var settings = Jar.settings(engine, Files.createDirectory(folder.resolve("from")));
        try (var jar = Jar.ready(folder, settings)) {
            for (int i = 0; i < MEMBERS; i++) {
                var member = new Uploader();
                member.at(jar);
                member.register("member" + i);
                member.save(new Form().text("full_name", "Member " + i).file("cv", "cv" + i + ".pdf", "application/pdf", Samples.pdf(LARGE + i)));
            }
        }

        killed(settings, "backup", () -> size(folder, ".part") > LARGE);
        assertTrue(Files.notExists(folder.resolve("profiles.tar")), "no half of it bears the name");
        var backup = Jar.command(folder, settings, List.of(), "backup", "profiles.tar");
        assertEquals(0, backup.exit(), () -> backup.said().toString());

        var place = Files.createDirectory(folder.resolve("to"));
        var there = Jar.settings(engine, place);
        var media = place.resolve("media");
        for (int some : new int[] {0, MEMBERS - 1}) killed(there, "restore", () -> size(media, ".pdf") > some * (long) LARGE + ThreadLocalRandom.current().nextInt(LARGE));
        var restore = Jar.command(folder, there, List.of(), "restore", "profiles.tar");
        assertEquals(0, restore.exit(), () -> restore.said().toString());

        try (var jar = Jar.ready(place, there)) {
            for (int i = 0; i < MEMBERS; i++) {
                var member = new Uploader();
                member.at(jar);
                member.send("POST", "/accounts/login/", "application/x-www-form-urlencoded", BodyPublishers.ofString("username=member" + i + "&password=correct+horse"));
                assertEquals("Member " + i, member.profile().get("full_name").textValue());
                assertArrayEquals(Samples.pdf(LARGE + i), member.download(member.profile().get("cv").textValue()));
            }
        }
    }

    private void killed(Map<String, String> settings, String command, BooleanSupplier at) {
        try (var jar = Jar.command(folder, settings, List.of("-XX:TieredStopAtLevel=1"), command, "profiles.tar")) {
            while (!at.getAsBoolean() && !jar.endsWithin(Duration.ofMillis(1))) Thread.onSpinWait();
            jar.kill();
            assertTrue(jar.exit() != 0, () -> "it was not killed in time: " + jar.said());
        }
    }

    /** Of all files with such an end, in bytes. */
    private static long size(Path folder, String end) {
        try (var all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(end)).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException | UncheckedIOException changing) {
            return 0;
        }
    }
}
