package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Engine;
import profiles.fixture.Jar;

/** What somebody sees for whom the jar cannot start: every reason, in words, and a code for scripts. */
class StartupFailureIT {
    @TempDir
    Path folder;

    @Test void all_that_is_wrong_is_told_at_once() throws Exception {
        var file = Files.createFile(folder.resolve("file"));

        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var jar = refused(Map.of("PORT", String.valueOf(taken.getLocalPort()), "DATABASE_URL", "jdbc:postgresql://ada:secret@db/x",
                "MAX_UPLOAD_MB", "x", "MEDIA_ROOT", file.resolve("media").toString(), "PROFILES_DEV", "true"));

            for (var name : new String[] {"PORT", "DATABASE_URL", "MAX_UPLOAD_MB", "MEDIA_ROOT", "PROFILES_DEV"})
                assertEquals(1, jar.said().stream().filter(line -> line.startsWith("  " + name + ": ")).count(),
                    name + " in " + jar.said());
            assertEquals(6, jar.said().size(), "a line for each, and one above: " + jar.said());
            assertTrue(jar.said().stream().noneMatch(line -> line.contains("secret")), "no password is shown (ASVS 16.2.5)");
        }
    }

    @Test void a_file_that_is_no_database_is_left_alone() throws Exception {
        var photo = Files.writeString(folder.resolve("photo.db"), "no database, but dear to somebody".repeat(100));

        var jar = refused(Map.of("PORT", "0", "DATABASE_URL", "jdbc:sqlite:" + photo));

        assertTrue(jar.said().get(1).contains("DATABASE_URL") && jar.said().get(1).contains("photo.db"), jar.said().toString());
        assertEquals("no database, but dear to somebody".repeat(100), Files.readString(photo));
    }

    @Test void a_folder_that_is_not_there_is_named() {
        var jar = refused(Map.of("PORT", "0", "DATABASE_URL", "jdbc:sqlite:" + folder.resolve("nowhere/profiles.db")));

        assertTrue(jar.said().get(1).contains("cannot write in " + folder.resolve("nowhere")), jar.said().toString());
    }

    @Test void a_server_that_is_not_there_is_named() {
        var jar = refused(Map.of("PORT", "0", "DATABASE_URL", "jdbc:mariadb://127.0.0.1:1/profiles"));

        assertTrue(jar.said().get(1).contains("DATABASE_URL: cannot open jdbc:mariadb://127.0.0.1:1/profiles"), jar.said().toString());
    }

    @ParameterizedTest
    @EnumSource
    void a_database_of_a_newer_jar_is_refused(Engine engine) throws Exception {
        var settings = Jar.settings(engine, folder);
        Jar.ready(folder, settings).kill();
        migratedByANewerJar(settings);

        var jar = refused(settings);

        assertEquals(1, jar.said().size(), jar.said().toString());
        assertTrue(jar.said().get(0).contains("newer version") && jar.said().get(0).contains("99.0"), jar.said().toString());
    }

    private Jar refused(Map<String, String> settings) {
        var jar = Jar.of(folder, new HashMap<>(settings));
        assertEquals(1, jar.exit(), () -> jar.said().toString());
        assertTrue(jar.said().get(0).contains("Profiles cannot start:"), jar.said().toString());
        assertTrue(jar.said().stream().noneMatch(line -> line.contains("\tat ")), "no stack trace: " + jar.said());
        return jar;
    }

    private static void migratedByANewerJar(Map<String, String> settings) throws Exception {
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), null);
             var statement = connection.createStatement()) {
            statement.execute("insert into db_migration (id, mtype, mstatus, mversion, mcomment, mchecksum, run_on, run_by, run_time) "
                + "select 9900, mtype, mstatus, '99.0', mcomment, mchecksum, run_on, run_by, run_time from db_migration where mversion = "
                + "'1.0'");
        }
    }
}
