package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ebean.annotation.Platform;
import jakarta.persistence.Table;
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
import profiles.TestGraph;
import profiles.cli.Run;
import profiles.database.Migrations;
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
    private static final int MEMBERS = 4;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"SQLITE, DISK", "SQLITE, S3", "MARIADB, DISK", "MARIADB, S3", "SQLITE, AZURE"})
    void every_document_that_the_copied_database_names_is_in_the_copy_byte_for_byte(Engine engine, Store store) throws Exception {
        var threads = Executors.newFixedThreadPool(MEMBERS);
        var ended = new AtomicBoolean();
        var saves = new AtomicInteger();
        try (var service = Service.on(engine, store.empty())) {
            var other = engine == Engine.MARIADB ? service.copy(Map.of()) : service;
            lost(service);
            var members = IntStream.range(0, MEMBERS).mapToObj(i -> (i % 2 == 0 ? service : other).program().register("busy" + i)).toList();
            var work = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < MEMBERS; i++) work.add(replacing(members.get(i), "busy" + i, ended, saves));
            var all = work.stream().map(threads::submit).toList();
            Wait.until("they are at work", () -> saves.get() > MEMBERS);

            var file = folder.resolve("backup.tar");
            var warnings = new ArrayList<String>();
            service.graph().backup().create(file, tables(), steps(service), warning -> {
                warnings.add(warning);
                var enough = saves.get() + 2 * MEMBERS;
                Wait.until("between the rows and the documents, many are replaced", () -> saves.get() > enough);
            });
            assertEquals(1, warnings.size(), warnings::toString);
            restored(engine, store, file.toString(), members);

            ended.set(true);
            for (var each : all) assertTrue(each.get(30, TimeUnit.SECONDS) > 0);
            if (other != service) other.stop();
        } finally {
            ended.set(true);
            threads.shutdownNow();
        }
    }

    /** The first document is warned of, and the copying stands still meanwhile. */
    private static void lost(Service service) {
        assertEquals(200, service.program().register("loser").post("/profile/edit/", new Form()
            .file("cv", "lost.pdf", "application/pdf", Samples.pdf())).status());
        service.graph().storage().delete(service.db().sqlQuery("select cv from profiles_profile").mapToScalar(String.class).findOne());
    }

    private static List<String> tables() {
        return TestGraph.ENTITIES.stream().map(entity -> entity.getAnnotation(Table.class).name())
            .filter(table -> !List.of("backup_hold", "mail_delivered").contains(table)).toList();
    }

    private static List<String> steps(Service service) {
        return new Migrations(service.graph().pools().writers(), service.db().platform() == Platform.SQLITE).versions();
    }

    /** The name says what the documents hold, and both change in one save. */
    private static Callable<Integer> replacing(Client member, String name, AtomicBoolean ended, AtomicInteger saves) {
        return () -> {
            var round = 0;
            while (!ended.get()) {
                var about = name + " in round " + ++round;
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

    private void restored(Engine engine, Store store, String file, List<Client> members) throws Exception {
        var settings = new HashMap<>(engine.emptyDatabase(Files.createDirectory(folder.resolve("place"))));
        settings.putAll(store.empty());
        settings.putAll(Map.of("MEDIA_ROOT", folder.resolve("place/media").toString(), "THROTTLE", "off"));

        var restore = Run.of(settings, "", "restore", file);

        assertEquals(0, restore.code(), restore.err());
        try (var again = Service.on(settings)) {
            for (var member : members) check(again.program(), "session=" + member.cookie("session"));
        }
    }

    /** The documents say the same as the row that came with them. */
    private static void check(Client again, String session) {
        var profile = again.get("/api/profile/", "Cookie", session).json();
        for (var field : List.of("cv", "certificate")) {
            if (profile.get(field).isNull()) continue;
            assertArrayEquals(Samples.pdf(profile.get("full_name").textValue()),
                read(again, URI.create(profile.get(field).textValue()).getRawPath(), session));
        }
    }

    private static byte[] read(Client member, String path, String session) {
        var answer = member.bytes("GET", path, "Cookie", session);
        return answer.statusCode() == 302 ? Client.fetch(URI.create(answer.headers().firstValue("Location").orElseThrow())).body()
            : answer.body();
    }
}
