package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import profiles.cli.Run;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;
import profiles.web.Problem;

class MediaCleanupTest extends ServiceTest {
    private static final Duration DAY = Duration.ofDays(1), MINUTE = Duration.ofMinutes(1);

    @Test void only_old_files_without_a_reference_go() throws IOException {
        program.register("swept");
        program.post("/profile/edit/", new Form().file("cv", "kept.pdf", "application/pdf", Samples.pdf())
            .file("certificate", "seal.png", "image/png", Samples.png()));
        put("cvs/orphan.pdf", DAY.plus(MINUTE));
        put("certificates/orphan.png", DAY.plus(MINUTE));
        put("cvs/Kept.pdf", DAY.plus(MINUTE));
        put("cvs/on-its-way.pdf", DAY.minus(MINUTE));
        put("another-app/picture.jpg", DAY.multipliedBy(100));
        put("at-the-root.pdf", DAY.multipliedBy(100));
        age("cvs/kept.pdf", DAY.multipliedBy(100));

        var removed = service.graph().sweep().run();

        assertEquals(3, removed.count());
        assertEquals(List.of("another-app/picture.jpg", "at-the-root.pdf", "certificates/seal.png", "cvs/kept.pdf", "cvs/on-its-way.pdf"),
            service.files());

        service.clock().forward(DAY);

        assertEquals(1, service.graph().sweep().run().count(), "the young one has become old");
        assertTrue(service.files().containsAll(List.of("cvs/kept.pdf", "certificates/seal.png")));
        assertEquals(0, service.graph().sweep().run().count());
    }

    @Test void on_a_database_of_django_nothing_goes_since_its_other_tables_may_name_the_files() throws IOException {
        try (var own = Service.on(engine)) {
            own.program().register("keeper").post("/profile/edit/", new Form().file("cv", "kept.pdf", "application/pdf", Samples.pdf()));
            Files.writeString(own.media().resolve("cvs/of-an-application.pdf"), "%PDF-1.4");
            own.clock().forward(DAY.multipliedBy(100));
            own.db().sqlUpdate("create table django_migrations (id integer primary key)").execute();

            assertEquals(0, own.graph().sweep().run().count());
            assertEquals(0, own.graph().sweep().dryRun(key -> { }).count());
            assertEquals(List.of("cvs/kept.pdf", "cvs/of-an-application.pdf"), own.files());

            own.db().sqlUpdate("drop table django_migrations").execute();
            assertEquals(1, own.graph().sweep().run().count());
        }
    }

    @Test void more_files_than_are_asked_for_at_once_all_go() throws IOException {
        program.register("many").post("/profile/edit/", new Form().file("cv", "one.pdf", "application/pdf", Samples.pdf()));
        for (int i = 0; i < 1_100; i++) put("cvs/many" + i + ".pdf", DAY.multipliedBy(9));

        assertTrue(service.graph().sweep().run().count() >= 1_100);
        assertTrue(service.files().stream().noneMatch(file -> file.contains("many")));
        program.post("/accounts/delete/", "password", "correct horse");
    }

    @Test void a_database_that_names_no_document_lets_none_go() throws IOException {
        try (var own = Service.on(engine)) {
            var file = own.media().resolve("cvs/of-another-database.pdf");
            Files.createDirectories(file.getParent());
            Files.setLastModifiedTime(Files.write(file, Samples.pdf()), FileTime.from(Instant.now().minus(DAY.multipliedBy(9))));

            var refused = assertThrows(Problem.class, () -> own.graph().sweep().run());
            var command = Run.of(own.settings(), "", "sweep");
            var rehearsal = Run.of(own.settings(), "", "sweep", "--dry-run");

            assertTrue(refused.getMessage().contains("DATABASE_URL"), refused.getMessage());
            for (var run : List.of(command, rehearsal)) {
                assertEquals(1, run.code(), run::out);
                assertTrue(run.err().startsWith("There are documents, and the database names none of them: nothing was removed."),
                    run.err());
            }
            assertEquals(List.of("cvs/of-another-database.pdf"), own.files());

            own.program().register("ada").post("/profile/edit/", new Form().file("cv", "own.pdf", "application/pdf", Samples.pdf()));

            assertEquals(1, own.graph().sweep().run().count(), "it is the right one");
            assertEquals(List.of("cvs/own.pdf"), own.files());
        }
    }

    private static void put(String key, Duration age) throws IOException {
        var file = service.media().resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, Samples.pdf(key));
        age(key, age);
    }

    private static void age(String key, Duration age) throws IOException {
        Path file = service.media().resolve(key);
        Files.setLastModifiedTime(file, FileTime.from(service.clock().instant().minus(age)));
    }
}
