package profiles.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.Main;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Uploader;

/** Who may read what lies on the disk (ASVS 14.1.2), whatever the umask: the jar runs in processes of its own. */
class FilePermissionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"000", "022", "077"})
    void all_that_the_service_keeps_is_for_its_user_alone(String umask) throws IOException {
        var kept = kept(umask, Map.of());

        assertTrue(kept.keySet().containsAll(List.of("profiles.db", "profiles.db-wal", "profiles.db-shm", "media", "media/.incoming",
            "media/cvs", "media/cvs/cv.pdf")), kept::toString);
        assertEquals(Set.of("rw-------", "rwx------"), Set.copyOf(kept.values()), kept::toString);
    }

    @ParameterizedTest
    @CsvSource({"000", "022", "077"})
    void nginx_as_one_of_the_group_may_read_documents_that_it_sends(String umask) throws IOException {
        var kept = kept(umask, Map.of("MEDIA_ACCEL", "/protected/"));

        assertEquals("rwxr-x---", kept.get("media"));
        assertEquals("rwxr-x---", kept.get("media/cvs"));
        assertEquals("rw-r-----", kept.get("media/cvs/cv.pdf"));
        assertEquals("rwx------", kept.get("media/.incoming"));
        assertEquals("rw-------", kept.get("profiles.db"));
    }

    /** Made by an upload and a login. */
    private Map<String, String> kept(String umask, Map<String, String> more) throws IOException {
        var settings = new HashMap<>(Jar.settings(Engine.SQLITE, folder));
        settings.putAll(more);
        try (var jar = Jar.of(Main.class, folder, settings, umask)) {
            var member = new Uploader();
            member.at(jar);
            member.register("owner");
            member.save(new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(200_000)));
            return permissions(folder);
        }
    }

    @Test void the_group_of_a_folder_is_passed_on() throws IOException {
        Files.setAttribute(folder, "unix:mode", 02770);

        FilePermissions.GROUP_READS.createFolders(folder.resolve("media/cvs"));

        assertEquals(02750, (int) Files.getAttribute(folder.resolve("media/cvs"), "unix:mode") & 07777);
        Files.setAttribute(folder, "unix:mode", 0700);
    }

    @Test void what_all_users_may_read_is_told_and_left_as_it_is() throws IOException {
        try (var service = Service.on(Engine.SQLITE)) {
            var database = Path.of(service.settings().get("DATABASE_URL").substring("jdbc:sqlite:".length()));
            Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-r--r--"));
            assertFalse(FilePermissions.isOpenToOthers(database), "nobody else gets into the folder");

            Files.setPosixFilePermissions(service.media().getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
            var run = Run.of(service.settings(), "", "check");
            try (var log = new Log("profiles.startup.StartupChecks")) {
                service.copy(Map.of("PORT", "0")).stop();
                assertTrue(log.contains("All users of this machine may read " + database + " (chmod o= " + database + ")"), log::toString);
            }

            assertTrue(run.out().contains("warn   All users of this machine may read " + database + ". Take that right from them: chmod o= "
                + database), run.out());
            assertEquals(0, run.code());
            assertEquals("rw-r--r--", PosixFilePermissions.toString(Files.getPosixFilePermissions(database)));
        }
    }

    private static Map<String, String> permissions(Path folder) throws IOException {
        var all = new TreeMap<String, String>();
        try (var paths = Files.walk(folder)) {
            for (var path : paths.filter(path -> !path.equals(folder)).toList())
                all.put(folder.relativize(path).toString(), PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
        return all;
    }
}
