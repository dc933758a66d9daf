package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.cli.Run;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;
import profiles.fixture.SmallDisk;
import profiles.fixture.Store;

/** A backup that takes long, or cannot be made. */
class BackupTroubleTest extends ServiceTest {
    private static final List<String> TABLES = List.of("auth_user", "profiles_profile", "user_session", "audit_event");

    @TempDir
    Path folder;

    @Test void rows_may_take_longer_to_copy_than_a_hold_lasts() {
        try (var alone = Service.on(engine)) {
            alone.program().register("one");
            // Every table is asked for twice: for the id that comes next, and for its rows.
            var slow = new AbstractList<String>() {
                @Override public String get(int index) {
                    alone.clock().forward(Duration.ofSeconds(45));
                    return TABLES.get(index);
                }

                @Override public int size() {
                    return TABLES.size();
                }
            };

            var copied = alone.graph().backup().create(folder.resolve("slow.tar"), slow, List.of("1.0"), warning -> { });

            assertTrue(copied.rows() >= 4, copied::toString);
            assertFalse(alone.graph().holds().any(), "and nothing is held any more");
        }
    }

    @Test void a_hold_that_cannot_be_ended_ends_by_itself_and_the_backup_is_whole() {
        try (var alone = Service.on(engine)) {
            alone.program().register("loser").post("/profile/edit/", new Form().file("cv", "lost.pdf", "application/pdf", Samples.pdf()));
            alone.program().register("other").post("/profile/edit/", new Form().file("cv", "kept.pdf", "application/pdf", Samples.pdf()));
            alone.graph().storage().delete("cvs/lost.pdf");
            var file = folder.resolve("whole.tar");

            var copied = alone.graph().backup().create(file, TABLES, List.of("1.0"), warning -> alone.db()
                .sqlUpdate("drop table backup_hold")
                .execute());

            assertEquals(1, copied.missing());
            assertTrue(Files.exists(file));
        }
    }

    @Test void who_names_the_wrong_place_for_documents_gets_no_backup_without_them() {
        try (var alone = Service.on(engine)) {
            alone.program().register("owner").post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf()));
            var wrong = new HashMap<>(alone.settings());
            wrong.put("MEDIA_ROOT", folder.resolve("wrong").toString());

            var run = Run.of(wrong, "", "backup", folder.resolve("wrong.tar").toString());

            assertEquals(1, run.code());
            assertTrue(run.err().contains("Nothing was backed up: profiles name documents (1), and none of them is there. Is the place"),
                run.err());
            assertFalse(Files.exists(folder.resolve("wrong.tar")));
        }
    }

    @Test void two_at_once_do_not_end_each_others_hold() {
        try (var alone = Service.on(engine); var longer = alone.graph().holds().take()) {
            var shorter = Run.of(alone.settings(), "", "backup", folder.resolve("shorter.tar").toString());

            assertEquals(0, shorter.code(), shorter.err());
            assertTrue(alone.graph().holds().any());
        }
    }

    @Test void a_full_disk_leaves_nothing_and_keeps_nothing() throws IOException {
        try (var alone = Service.on(engine); var disk = new SmallDisk(400)) {
            // It is compared with the rest of the disk before: rows of MariaDB alone are not known to be too many.
            alone.program().register("writer");
            alone.db().sqlUpdate("update profiles_profile set bio = :bio").setParameter("bio", "long ".repeat(200_000)).execute();

            var run = Run.of(alone.settings(), "", "backup", disk.folder().resolve("full.tar").toString());

            assertEquals(1, run.code());
            assertTrue(run.err().matches("Nothing was backed up: (No space left on device|it needs about .*)\n"), run.err());
            try (var left = Files.list(disk.folder())) {
                assertEquals(List.of(), left.toList());
            }
            assertFalse(alone.graph().holds().any());
        }
    }

    @Test void a_store_that_is_away_is_told_and_nothing_is_left() throws IOException {
        var nowhere = new HashMap<>(service.settings());
        nowhere.putAll(Store.S3.at(1));

        var run = Run.of(nowhere, "", "backup", folder.resolve("away.tar").toString());

        assertEquals(1, run.code());
        assertFalse(run.err().contains("\tat "), run.err());
        try (var left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test void what_is_no_place_for_it_is_refused() throws IOException {
        for (var place : List.of(folder, Path.of("/"), Files.createSymbolicLink(folder.resolve("link"), folder)))
            assertEquals(new Run(1, "", "Nothing was backed up: " + place + " is there already.\n"),
                Run.of(service.settings(), "", "backup", place.toString()));
        var here = Run.of(service.settings(), "", "backup", "");
        assertEquals(1, here.code());
        assertTrue(here.err().contains("is there already"), here.err());
    }
}
