package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Service;

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
        var cookies = new ArrayList<String>();
        try (var service = Service.on(settings)) {
            for (int i = 0; i < MEMBERS; i++) {
                var member = service.program().register("member" + i);
                assertEquals(200, member.post("/profile/edit/", new Form().text("full_name", "Member " + i)
                    .file("cv", i + ".pdf", "application/pdf", Samples.pdf(LARGE + i))).status());
                cookies.add("session=" + member.cookie("session"));
            }
            killed(settings, "backup", () -> size(folder, ".part") > LARGE);
            assertTrue(Files.notExists(folder.resolve("profiles.tar")), "no half of it bears the name");
            done(settings, "backup");
        }

        var there = Jar.settings(engine, Files.createDirectory(folder.resolve("to")));
        for (int some : new int[] {0, MEMBERS - 1}) killed(there, "restore",
            () -> size(folder.resolve("to"), ".pdf") > some * (long) LARGE + LARGE / 3);
        // Little is left to do then: it may end before it is killed, and a rerun has to be fine all the same.
        ended(there, "restore", () -> rows(there) > 0);
        done(there, "restore");
        done(there, "restore");

        try (var service = Service.on(there)) {
            for (int i = 0; i < MEMBERS; i++) {
                assertEquals("Member " + i, service.program().get("/api/profile/", "Cookie", cookies.get(i)).json().get("full_name")
                    .textValue());
                assertArrayEquals(Samples.pdf(LARGE + i), service.program()
                    .bytes("GET", "/media/cvs/" + i + ".pdf", "Cookie", cookies.get(i)).body());
            }
        }
    }

    private void done(Map<String, String> settings, String command) {
        var run = Run.of(settings, "", command, folder.resolve("profiles.tar").toString());
        assertEquals(List.of(0, ""), List.of(run.code(), run.err()));
    }

    private void killed(Map<String, String> settings, String command, BooleanSupplier at) {
        assertTrue(ended(settings, command, at) != 0, "it was not killed in time");
    }

    /** By a kill, or before it by itself. @return its exit code */
    private int ended(Map<String, String> settings, String command, BooleanSupplier at) {
        try (var jar = Jar.command(folder, settings, List.of("-XX:TieredStopAtLevel=1"), command, "profiles.tar")) {
            while (!at.getAsBoolean() && !jar.endsWithin(Duration.ofMillis(1))) Thread.onSpinWait();
            jar.kill();
            return jar.exit();
        }
    }

    /** Of the backup, once they are committed. */
    private static int rows(Map<String, String> settings) {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"),
            null); var statement = connection.createStatement()) {
            var count = statement.executeQuery("select count(*) from backup_restored");
            return count.next() ? count.getInt(1) : 0;
        } catch (SQLException notYet) {
            return 0;
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
