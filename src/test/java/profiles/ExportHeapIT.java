package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;
import profiles.fixture.Wait;

/** The heap does not grow with what staff take along. */
@Tag("serial")
@Timeout(180)
class ExportHeapIT {
    private static final int PEOPLE = 10_000, AT_ONCE = 50;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Engine.class)
    void exports_of_more_than_the_heap_holds_arrive_whole(Engine engine) throws Exception {
        var settings = Jar.settings(engine, folder);
        try (var jar = Jar.ready(folder, settings, "-Xmx64m", "-XX:+ExitOnOutOfMemoryError")) {
            var staff = new Uploader();
            staff.at(jar);
            staff.register("boss");
            fill(settings);
            Wait.until("all are known to the search", () -> ready(staff));

            assertEquals(PEOPLE + 2, lines(staff, "csv"));
            assertEquals(PEOPLE + 1, lines(staff, "jsonl"));
            assertEquals(PEOPLE, entries(staff));
            assertTrue(jar.said().stream().noneMatch(line -> line.contains(" WARN ") || line.contains("ERROR")),
                () -> String.join("\n", jar.said()));
        }
    }

    /** A hundred megabytes of texts, and as many documents, which are all the same one. */
    private void fill(Map<String, String> settings) throws SQLException, IOException {
        Files.write(Files.createDirectories(folder.resolve("media/cvs")).resolve("same.pdf"), Samples.pdf(10_000));
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"),
            ""); var statement = connection.createStatement()) {
            statement.executeUpdate("update auth_user set is_staff = 1");
            for (int first = 1000; first < 1000 + PEOPLE; first += AT_ONCE) {
                statement.executeUpdate(
                    "insert into auth_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active, "
                    + "date_joined) values "
                    + each(first, id -> "(" + id + ", '!', 0, 'u" + id + "', '', '', '', 0, 1, '2024-01-02 03:04:05')"));
                statement.executeUpdate("insert into profiles_profile (full_name, bio, cv, certificate, user_id) values "
                    + each(first, id -> "('Some One', '" + "text".repeat(2500) + "', 'cvs/same.pdf', '', " + id + ")"));
            }
        }
    }

    private static String each(int first, IntFunction<String> row) {
        return IntStream.range(first, first + AT_ONCE).mapToObj(row).collect(Collectors.joining(", "));
    }

    private static boolean ready(Uploader staff) {
        try {
            return staff.send("HEAD", "/staff/profiles/export.csv?q=nobody", null, BodyPublishers.noBody()).statusCode() == 200;
        } catch (IOException lost) {
            throw new AssertionError(lost);
        }
    }

    private static InputStream export(Uploader staff, String format) throws IOException {
        var answer = staff.send("GET", "/staff/profiles/export." + format, null, BodyPublishers.noBody());
        assertEquals(200, answer.statusCode());
        return new ByteArrayInputStream(answer.body());
    }

    private static long lines(Uploader staff, String format) throws IOException {
        return count(export(staff, format));
    }

    private static long count(InputStream body) throws IOException {
        var count = 0L;
        var buffer = new byte[64 * 1024];
        for (int read = body.read(buffer); read > 0; read = body.read(buffer)) for (int i = 0; i < read; i++) if (buffer[i] == '\n')
            count++;
        return count;
    }

    private static long entries(Uploader staff) throws IOException {
        var count = 0L;
        try (var zip = new ZipInputStream(export(staff, "zip"))) {
            while (zip.getNextEntry() != null) count++;
        }
        return count;
    }
}
