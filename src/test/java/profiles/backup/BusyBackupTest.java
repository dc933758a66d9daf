package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.cli.Run;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Store;
import profiles.fixture.Wait;

/** A backup of a service whose members replace, clear and delete all the time. */
@Timeout(120)
class BusyBackupTest {
    private static final int MEMBERS = 4, QUIET = 12, BACKUPS = 2;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE, DISK", "SQLITE, S3", "MARIADB, DISK", "MARIADB, S3"})
    void every_document_that_the_copied_database_names_is_in_the_copy_byte_for_byte(Engine engine, Store store) throws Exception {
        var threads = Executors.newFixedThreadPool(MEMBERS);
        var ended = new AtomicBoolean();
        var saves = new AtomicInteger();
        try (var service = Service.on(engine, store.empty())) {
            var other = engine == Engine.MARIADB ? service.copy(Map.of()) : service;
            quiet(service);
            var members = IntStream.range(0, MEMBERS).mapToObj(i -> (i % 2 == 0 ? service : other).program().register("busy" + i)).toList();
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < MEMBERS; i++) work.add(replacing(members.get(i), "busy" + i, ended, saves));
            var all = work.stream().map(threads::submit).toList();
            Wait.until("they are at work", () -> saves.get() > MEMBERS);

            for (int i = 0; i < BACKUPS; i++) {
                var before = saves.get();
                var file = folder.resolve("backup" + i + ".tar").toString();
                var backup = Run.of(service.settings(), "", "backup", file);
                assertEquals(0, backup.code(), backup.err());
                assertEquals("", backup.err(), "no document was missing");
                assertTrue(saves.get() > before, "and meanwhile they went on");
                restored(engine, store, file, i);
            }

            ended.set(true);
            for (var each : all) assertTrue(each.get(30, TimeUnit.SECONDS) > 0);
            if (other != service) other.stop();
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
    }

    /** What takes the copying some time. */
    private static void quiet(Service service) {
        for (int i = 0; i < QUIET; i++) {
            var answer = service.program().register("quiet" + i).post("/profile/edit/", new Form().text("full_name", about("quiet" + i, 0))
                .file("cv", "cv.pdf", "application/pdf", Samples.pdf(about("quiet" + i, 0))));
            assertEquals(200, answer.status());
        }
    }

    /** The name says what the documents hold, and both change in one save. */
    private static Callable<Integer> replacing(Client member, String name, AtomicBoolean ended, AtomicInteger saves) {
        return () -> {
            var round = 0;
            while (!ended.get()) {
                var about = about(name, ++round);
                var form = new Form().text("full_name", about).file("cv", "cv.pdf", "application/pdf", Samples.pdf(about));
                if (round % 3 == 0) form.text("certificate-clear", "on");
                else form.file("certificate", "certificate.pdf", "application/pdf", Samples.pdf(about));
                var answer = member.post("/profile/edit/", form);
                assertEquals(200, answer.status(), answer::toString);
                saves.incrementAndGet();
            }
            return round;
        };
    }

    private static String about(String name, int round) {
        return name + " in round " + round;
    }

    private void restored(Engine engine, Store store, String file, int number) throws Exception {
        var place = Files.createDirectories(folder.resolve("place" + number));
        var settings = new HashMap<>(engine.emptyDatabase(place));
        settings.putAll(store.empty());
        settings.putAll(Map.of("MEDIA_ROOT", place.resolve("media").toString(), "THROTTLE", "off"));

        var restore = Run.of(settings, "", "restore", file);

        assertEquals(0, restore.code(), restore.err());
        try (var again = Service.on(settings)) {
            var names = again.db().sqlQuery("select username from auth_user order by id").mapToScalar(String.class).findList();
            assertEquals(MEMBERS + QUIET, names.size());
            var checked = 0;
            for (var name : names) if (name.startsWith("busy") || name.endsWith("1")) checked += check(again, name);
            assertTrue(checked >= MEMBERS, "documents: " + checked);
        }
    }

    /** The documents say the same as the row that came with them. */
    private static int check(Service service, String name) {
        var member = service.program();
        assertEquals(200, member.login(name, "correct horse").status());
        var profile = member.get("/api/profile/").json();
        var count = 0;
        for (var field : List.of("cv", "certificate")) {
            if (profile.get(field).isNull()) continue;
            assertArrayEquals(Samples.pdf(profile.get("full_name").textValue()), read(member, URI.create(profile.get(field).textValue()).getRawPath()));
            count++;
        }
        return count;
    }

    private static byte[] read(Client member, String path) {
        var answer = member.bytes("GET", path);
        return answer.statusCode() == 302 ? Client.fetch(URI.create(answer.headers().firstValue("Location").orElseThrow())).body() : answer.body();
    }
}
