package profiles.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Form;
import profiles.fixture.MailServer;
import profiles.fixture.Ledger;
import profiles.fixture.Samples;
import profiles.fixture.ServiceTest;
import profiles.fixture.Wait;

class UpkeepCommandsTest extends ServiceTest {
    @TempDir
    private Path folder;

    @Test void a_dry_sweep_lists_what_a_sweep_removes() throws IOException {
        Wait.until("the service has tidied", () -> service.graph().oneCopy().tryRun(() -> { }));
        program.register("keeper").post("/profile/edit/", new Form().file("cv", "kept.pdf", "application/pdf", Samples.pdf()));
        var orphan = Files.writeString(Files.createDirectories(service.media().resolve("cvs")).resolve("orphan.pdf"), "%PDF");
        var others = Files.writeString(orphan.resolveSibling("of-others.pdf"), "%PDF");
        Files.setLastModifiedTime(others, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Ledger.insert(service, "cvs/orphan.pdf", "released", Ledger.bytes("%PDF"));
        service.db().sqlUpdate("update media_file set changed = ? where state = 'released'")
            .setParameters(Instant.now().minus(Duration.ofDays(2))).execute();

        var dry = Run.of(service.settings(), "", "sweep", "--dry-run");
        assertEquals(new Run(0, "cvs/orphan.pdf\nFiles that would be deleted: 1 (4 bytes)\n", ""), dry);
        assertTrue(Files.exists(orphan));

        var wet = Run.of(service.settings(), "", "sweep");
        assertEquals(new Run(0, "Files deleted: 1 (4 bytes)\n", ""), wet);
        assertEquals(List.of("cvs/kept.pdf", "cvs/of-others.pdf"), service.files());
        Files.delete(others);
    }

    @Test void a_new_database_is_checked_migrated_and_checked_again() {
        var settings = onAnEmptyDatabase();
        if (engine.name().equals("MARIADB")) {
            var before = Run.of(settings, "", "check");
            assertEquals(1, before.code());
            assertTrue(before.out().contains(" lacks 1.0"), before.out());
            assertTrue(before.out().contains("Run the command migrate"), before.out());
        }

        var first = Run.of(settings, "", "migrate");
        var second = Run.of(settings, "", "migrate");
        var after = Run.of(settings, "", "check");

        assertEquals(0, first.code());
        assertTrue(first.out().startsWith("The database is up to date now. Done: 1.0"), first.out());
        assertEquals(new Run(0, "The database is up to date.\n", ""), second);
        assertEquals(0, after.code(), after.out());
    }

    @Test void a_superuser_can_be_made_before_the_first_start() {
        var run = Run.of(onAnEmptyDatabase(), "correct horse\n", "createsuperuser", "--username", "first", "--email", "");

        assertEquals(new Run(0, "The superuser first is ready.\n", ""), run);
    }

    @Test void a_check_beside_the_running_service_finds_all_well() {
        var settings = new HashMap<>(service.settings());
        settings.put("PORT", String.valueOf(service.port()));

        var run = Run.of(settings, "", "check");

        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().lines().allMatch(line -> line.startsWith("fine   ")), run.out());
        assertTrue(run.out().contains("is reached and up to date"), run.out());
    }

    @Test void a_check_tells_all_that_is_wrong_and_how_to_mend_it() throws IOException {
        var settings = new HashMap<>(service.settings());
        settings.put("PORT", "none");
        settings.put("MEDIA_ROOT", Files.writeString(folder.resolve("file"), "no folder").toString());
        settings.put("DATABASE_URL", engine.name().equals("SQLITE") ? "jdbc:sqlite:" + folder
            : "jdbc:mariadb://127.0.0.1:1/none?user=x&password=secret");

        var run = Run.of(settings, "", "check");

        assertEquals(1, run.code());
        assertTrue(run.out().contains("WRONG  PORT: \"none\" is not a number from 0 to 65535. Correct this"), run.out());
        assertTrue(run.out().contains("WRONG  MEDIA_ROOT: cannot write in"), run.out());
        assertTrue(run.out().contains("WRONG  DATABASE_URL: cannot open"), run.out());
        assertFalse(run.out().contains("secret"), "a password is never told");
        assertFalse((run.out() + run.err()).contains("\tat "), "no stack trace");
    }

    @Test void a_check_signs_in_at_the_mail_server() {
        var settings = new HashMap<>(service.settings());
        var log = Run.of(settings, "", "check");
        assertTrue(log.out().contains("fine   Mail is written to the log; set MAIL_URL to send it."), log.out());

        try (var mail = new MailServer()) {
            settings.put("MAIL_URL", mail.url());
            var there = Run.of(settings, "", "check");

            assertTrue(there.out().contains("fine   The mail server " + mail.url() + " is reached."), there.out());
            assertEquals(0, mail.all().length, "nothing is sent");
        }
        var gone = Run.of(settings, "", "check");
        assertEquals(1, gone.code());
        assertTrue(gone.out().contains("WRONG  MAIL_URL: cannot use " + settings.get("MAIL_URL")), gone.out());
    }

    @Test void a_check_makes_nothing() throws IOException {
        var settings = Map.of("DATABASE_URL", "jdbc:sqlite:" + folder.resolve("new.db"), "MEDIA_ROOT", folder.resolve("a/new").toString());

        var run = Run.of(settings, "", "check");

        assertEquals(0, run.code(), run.out());
        assertTrue(run.out().contains("is made by the first start"), run.out());
        try (var made = Files.list(folder)) {
            assertEquals(0, made.count());
        }
    }

    @Test void a_database_of_a_newer_jar_is_told_and_left() {
        service.db().sqlUpdate("insert into db_migration (id, mstatus, mtype, mversion, mcomment, mchecksum, run_on, run_by, run_time)"
            + " values (999, 'SUCCESS', 'V', '99.0', 'later', 0, '2030-01-01 00:00:00', 'x', 0)").execute();
        try {
            var check = Run.of(service.settings(), "", "check");
            var migrate = Run.of(service.settings(), "", "migrate");

            assertEquals(1, check.code());
            assertTrue(check.out().contains("newer version than this jar"), check.out());
            assertEquals(1, migrate.code());
            assertTrue(migrate.err().contains("newer version than this jar"), migrate.err());
        } finally {
            service.db().sqlUpdate("delete from db_migration where id = 999").execute();
        }
    }

    private Map<String, String> onAnEmptyDatabase() {
        var settings = new HashMap<>(engine.emptyDatabase(folder));
        settings.put("MEDIA_ROOT", folder.resolve("media").toString());
        return settings;
    }
}
