package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Jar;

/** The archive of the jar's classes, with which the service starts faster. */
@Timeout(180)
class ClassArchiveIT {
    private static final String FROM_THE_ARCHIVE = "source: shared objects file (top)";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    @BeforeAll
    static void make() {
        var run = Jar.command(shared, Map.of(), List.of(), "archive", archive().toString());

        assertEquals(0, run.exit(), () -> String.join("\n", run.said()));
        assertEquals(List.of("Start the service with: java -XX:SharedArchiveFile=" + archive() + " -jar " + Jar.FILE), run.said());
    }

    @Test void the_service_takes_nearly_all_its_classes_from_it() throws Exception {
        var log = folder.resolve("classes");
        try (var jar = Jar.ready(folder, Map.of("PORT", "0"), "-XX:SharedArchiveFile=" + archive(), "-Xlog:class+load:file=" + log)) {
            assertEquals(200, StartIT.status(jar.address() + "/accounts/login/"));
            assertEquals(1, jar.said().size(), () -> String.join("\n", jar.said()));
        }

        long archived = count(log, FROM_THE_ARCHIVE), read = count(log, "source: file:") + count(log, "source: jrt:");
        assertTrue(archived > 10 * read, archived + " from the archive, " + read + " read");
        assertTrue(archived > 2000, archived + " from the archive");
    }

    @Test void it_holds_what_visitors_need_and_the_driver_of_mariadb() throws IOException {
        var names = Files.readString(archive(), StandardCharsets.ISO_8859_1);

        for (var name : List.of("profiles/fileformat/PdfValidator", "profiles/account/password/PasswordStrength",
            "gg/jte/generated/precompiled/profile/JteeditGenerated", "org/mariadb/jdbc/client/impl/StandardClient"))
            assertTrue(names.contains(name), name);
    }

    @Test void one_that_is_not_there_is_not_missed() throws Exception {
        try (var jar = Jar.ready(folder, Map.of("PORT", "0"), "-XX:SharedArchiveFile=" + folder.resolve("none.jsa"))) {
            assertEquals(200, StartIT.status(jar.address() + "/accounts/login/"));
        }
    }

    @Test void one_of_another_jar_is_told_of_and_left_alone() throws Exception {
        var newer = Files.copy(Jar.FILE, folder.resolve("profiles.jar"));
        try (var jar = Jar.ready(newer, folder, Map.of("PORT", "0"), "-XX:SharedArchiveFile=" + archive())) {
            assertEquals(200, StartIT.status(jar.address() + "/accounts/login/"));
            assertTrue(jar.said().get(0).contains("warning"), () -> String.join("\n", jar.said()));
        }
    }

    @Test void who_cannot_have_one_is_told_why() {
        var run = Jar.command(folder, Map.of(), List.of(), "archive", folder.resolve("nowhere").resolve("profiles.jsa").toString());

        assertEquals(1, run.exit());
        assertTrue(run.said().get(0).startsWith("The archive cannot be written: "), () -> String.join("\n", run.said()));
    }

    private static Path archive() {
        return shared.resolve("profiles.jsa");
    }

    private static long count(Path log, String what) throws IOException {
        try (var lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(what)).count();
        }
    }
}
