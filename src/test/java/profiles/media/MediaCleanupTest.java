package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.cli.Run;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Ledger;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Wait;
import profiles.web.Problem;

/** Only files that the service has stored are deleted, and only when nothing refers to them any more. */
@OnBothDatabases
class MediaCleanupTest {
    private static final Duration DAY = Duration.ofDays(1), HOUR = Duration.ofHours(1), MINUTE = Duration.ofMinutes(1);
    private static final byte[] CONTENT = Samples.pdf("of another program");

    @Parameter
    private Engine engine;

    private Service service;

    @BeforeEach
    void start() {
        service = Service.on(engine);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test void a_file_that_the_service_did_not_store_is_never_deleted() throws IOException {
        upload("ada", "kept.pdf");
        for (var key : List.of("cvs/orphan.pdf", "certificates/orphan.png", "cvs/Kept.pdf", "cvs/2024/05/cv.pdf", "at-the-root.pdf"))
            put(key);
        var all = service.files();

        for (int day = 0; day < 3; day++) {
            service.clock().forward(DAY.multipliedBy(100));
            assertEquals(0, service.graph().sweep().run().count());
        }

        assertEquals(all, service.files());
    }

    @Test void a_reservation_lapses_after_a_day_and_its_file_goes_with_it() throws IOException {
        put("cvs/interrupted.pdf");
        Ledger.insert(service, "cvs/interrupted.pdf", "reserved", CONTENT);
        Ledger.insert(service, "cvs/never-written.pdf", "reserved", CONTENT);

        service.clock().forward(DAY.minus(MINUTE));
        assertEquals(0, service.graph().sweep().run().count());
        assertEquals(List.of("cvs/interrupted.pdf"), service.files());

        service.clock().forward(MINUTE.multipliedBy(2));
        assertEquals(1, service.graph().sweep().run().count());
        assertEquals(List.of(), service.files());
        assertEquals(Map.of(), Ledger.states(service));
    }

    @Test void the_beginning_of_a_file_that_a_crash_left_goes_with_its_reservation() throws IOException {
        var begun = service.media().resolve("cvs/begun.pdf");
        put("cvs/begun.pdf");
        Ledger.insert(service, "cvs/begun.pdf", "reserved", Samples.pdf("a document that is longer than what a crash has left of it"));
        Files.setLastModifiedTime(begun, FileTime.from(service.clock().instant()));
        put("cvs/older.pdf");
        Ledger.insert(service, "cvs/older.pdf", "reserved", Samples.pdf("a document that is longer than what another program has stored"));

        service.clock().forward(DAY.plus(MINUTE));
        assertEquals(1, service.graph().sweep().run().count());

        assertEquals(List.of("cvs/older.pdf"), service.files());
    }

    @Test void a_reservation_that_met_a_file_of_another_program_lapses_without_it() throws IOException {
        put("cvs/theirs.pdf");
        put("cvs/as-long.pdf");
        Ledger.insert(service, "cvs/theirs.pdf", "reserved", Samples.pdf("of ours"));
        Ledger.insert(service, "cvs/as-long.pdf", "reserved", Samples.pdf("of another_program"));

        service.clock().forward(DAY.multipliedBy(2));
        assertEquals(0, service.graph().sweep().run().count());

        assertEquals(List.of("cvs/as-long.pdf", "cvs/theirs.pdf"), service.files());
        assertEquals(Map.of(), Ledger.states(service));
    }

    @Test void a_released_file_that_could_not_be_deleted_goes_an_hour_later() throws IOException {
        put("cvs/released.pdf");
        Ledger.insert(service, "cvs/released.pdf", "released", CONTENT);

        service.clock().forward(HOUR.minus(MINUTE));
        assertEquals(0, service.graph().sweep().run().count());
        service.clock().forward(MINUTE.multipliedBy(2));
        var listed = new TreeSet<String>();
        assertEquals("1 (" + CONTENT.length + " bytes)", service.graph().sweep().dryRun(listed::add).toString());
        assertEquals(List.of("cvs/released.pdf"), service.files());
        assertEquals("1 (" + CONTENT.length + " bytes)", service.graph().sweep().run().toString());

        assertEquals(new TreeSet<>(List.of("cvs/released.pdf")), listed);
        assertEquals(List.of(), service.files());
    }

    @Test void a_file_whose_reference_another_program_removed_goes_in_two_steps() {
        upload("ada", "old.pdf");
        service.db().sqlUpdate("update profiles_profile set cv = 'cvs/of-django.pdf'").execute();

        service.clock().forward(DAY.plus(MINUTE));
        assertEquals(0, service.graph().sweep().run().count());
        assertEquals(Map.of("cvs/old.pdf", "released"), Ledger.states(service));

        service.clock().forward(HOUR.plus(MINUTE));
        assertEquals(1, service.graph().sweep().run().count());
        assertEquals(List.of(), service.files());
    }

    @Test void a_reference_that_another_program_brings_back_keeps_its_file() {
        upload("ada", "old.pdf");
        service.db().sqlUpdate("update media_file set state = 'released'").execute();

        service.clock().forward(DAY);
        assertEquals(0, service.graph().sweep().run().count());

        assertEquals(Map.of("cvs/old.pdf", "kept"), Ledger.states(service));
        assertEquals(List.of("cvs/old.pdf"), service.files());
    }

    @Test void a_key_that_two_profiles_name_goes_with_the_last_of_them() {
        var ada = upload("ada", "shared.pdf");
        var ben = service.program().register("ben");
        service.db().sqlUpdate("update profiles_profile set cv = 'cvs//shared.pdf' where cv is null or cv = ''").execute();

        ada.post("/profile/edit/", new Form().text("cv-clear", "on"));

        assertEquals(List.of("cvs/shared.pdf"), service.files());
        assertArrayEquals(CONTENT, ben.bytes("GET", "/media/cvs/shared.pdf").body());
        service.clock().forward(DAY);
        assertEquals(0, service.graph().sweep().run().count());

        ben.login("ben", "correct horse");
        ben.post("/profile/edit/", new Form().text("cv-clear", "on"));
        assertEquals(List.of(), service.files());
        Wait.until("its row is removed", () -> Ledger.states(service).isEmpty());
    }

    @Test void a_file_that_a_table_of_another_program_names_stays() {
        service.db().sqlUpdate("create table jobs_application (id integer primary key, cv varchar(100))").execute();
        var ada = upload("ada", "cv.pdf");
        var key = service.files().get(0);
        service.db().sqlUpdate("insert into jobs_application (id, cv) values (1, ?)").setParameters(key).execute();

        ada.post("/profile/edit/", new Form().text("cv-clear", "on"));
        service.clock().forward(DAY.multipliedBy(2));
        assertEquals(0, service.graph().sweep().run().count());
        assertEquals(List.of(key), service.files());

        service.db().sqlUpdate("delete from jobs_application").execute();
        service.clock().forward(DAY.multipliedBy(2));
        service.graph().sweep().run();
        service.clock().forward(HOUR.multipliedBy(2));
        service.graph().sweep().run();
        assertEquals(List.of(), service.files());
    }

    @Test void beside_another_program_a_replaced_file_waits_an_hour_for_a_save_under_way_there() {
        service.db().sqlUpdate("create table jobs_application (id integer primary key, cv varchar(100))").execute();
        var ada = upload("ada", "cv.pdf");
        var old = service.files().get(0);

        ada.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf("new")));
        assertEquals(2, service.files().size());
        // Django writes all columns as it has read them.
        service.db().sqlUpdate("update profiles_profile set cv = ?").setParameters(old).execute();
        service.clock().forward(HOUR.multipliedBy(2));
        service.graph().sweep().run();

        assertArrayEquals(CONTENT, login("ada").bytes("GET", "/media/" + old).body());
        service.clock().forward(DAY.multipliedBy(2));
        service.graph().sweep().run();
        service.clock().forward(HOUR.multipliedBy(2));
        service.graph().sweep().run();
        assertEquals(List.of(old), service.files());
    }

    @Test void a_name_that_a_dangling_row_holds_is_given_to_nobody() throws IOException {
        service.program().register("owner");
        service.db().sqlUpdate("update profiles_profile set cv = 'cvs/lost.pdf'").execute();

        var other = upload("other", "lost.pdf");

        var key = service.files().get(0);
        assertTrue(key.matches("cvs/lost_[A-Za-z0-9]{7}\\.pdf"), key);
        assertEquals(404, login("owner").get("/media/cvs/lost.pdf").status());
        login("owner").post("/profile/edit/", new Form().text("cv-clear", "on"));
        assertArrayEquals(CONTENT, other.bytes("GET", "/media/" + key).body());
    }

    @Test void a_default_file_that_many_rows_name_stays_when_one_of_them_replaces_it() throws IOException {
        put("cvs/default.pdf");
        for (var name : List.of("ada", "ben")) service.program().register(name);
        service.db().sqlUpdate("update profiles_profile set cv = 'cvs/default.pdf'").execute();

        for (var name : List.of("ada", "ben")) assertEquals(200, login(name).post("/profile/edit/",
            new Form().file("cv", "default.pdf", "application/pdf", Samples.pdf(name))).status());
        service.clock().forward(DAY.multipliedBy(3));
        service.graph().sweep().run();

        assertEquals(3, service.files().size());
        assertArrayEquals(CONTENT, Files.readAllBytes(service.media().resolve("cvs/default.pdf")));
    }

    @Test void a_name_in_an_odd_spelling_is_served_and_one_that_is_none_breaks_nothing() throws IOException {
        put("cvs/100%.pdf");
        put("cvs/odd.pdf");
        var ada = service.program().register("ada");
        service.program().register("staff");
        service.db().sqlUpdate("update auth_user set is_staff = true, is_superuser = true where username = 'staff'").execute();
        var staff = login("staff");
        for (var spelling : List.of("cvs//odd.pdf", "./cvs/odd.pdf", "/cvs/odd.pdf", "cvs/100%.pdf")) {
            service.db().sqlUpdate("update profiles_profile set cv = ? where user_id = (select id from auth_user where username = 'ada')")
                .setParameters(spelling).execute();
            var path = spelling.contains("%") ? "/media/cvs/100%25.pdf" : "/media/cvs/odd.pdf";

            assertTrue(ada.get("/api/profile/").json().get("cv").textValue().endsWith(path), spelling);
            assertEquals("", new String(ada.bytes("GET", path).body()).replace(new String(CONTENT), ""), spelling);
            assertArrayEquals(CONTENT, staff.bytes("GET", path).body(), spelling);
        }
        for (var spelling : List.of("../../etc/passwd", "cvs/../../x.pdf", "..", "/", "cvs/" + "x".repeat(90), "a\u00a0/../b")) {
            service.db().sqlUpdate("update profiles_profile set cv = ? where user_id = (select id from auth_user where username = 'ada')")
                .setParameters(spelling).execute();

            for (var page : List.of("/profile/", "/profile/edit/", "/api/profile/", "/accounts/export/"))
                assertEquals(200, ada.bytes("GET", page).statusCode(), spelling + page);
            for (var page : List.of("/staff/profiles/", "/staff/profiles/export/?format=csv",
                "/staff/profiles/export/?format=zip&field=cv"))
                assertTrue(staff.bytes("GET", page).statusCode() < 500, spelling + page);
        }
        var backup = Run.of(service.settings(), "", "backup", service.media().resolveSibling("odd-" + engine + ".tar").toString());
        assertEquals(0, backup.code(), backup::err);
        assertEquals(List.of("cvs/100%.pdf", "cvs/odd.pdf"), service.files());
    }

    @Test void more_files_than_are_asked_for_at_once_all_go() throws IOException {
        for (int i = 0; i < 1_100; i++) {
            put("cvs/released" + i + ".pdf");
            Ledger.insert(service, "cvs/released" + i + ".pdf", "released", CONTENT);
        }

        service.clock().forward(DAY);
        assertEquals(1_100, service.graph().sweep().run().count());

        assertEquals(List.of(), service.files());
        assertEquals(Map.of(), Ledger.states(service));
    }

    @Test void a_file_that_another_program_stored_under_a_released_name_stays() throws IOException {
        put("cvs/again.pdf");
        Ledger.insert(service, "cvs/again.pdf", "released", Samples.pdf("of ours"));
        Ledger.insert(service, "cvs/gone.pdf", "released", CONTENT);

        service.clock().forward(DAY);
        assertEquals(0, service.graph().sweep().run().count());

        assertEquals(List.of("cvs/again.pdf"), service.files());
        assertEquals(Map.of(), Ledger.states(service));
    }

    @Test void nothing_goes_while_a_backup_is_made() throws IOException {
        put("cvs/released.pdf");
        Ledger.insert(service, "cvs/released.pdf", "released", CONTENT);
        service.clock().forward(DAY);

        try (var lease = service.graph().holds().take()) {
            var refused = assertThrows(Problem.class, () -> service.graph().sweep().run());
            var command = Run.of(service.settings(), "", "sweep", "--dry-run");

            assertTrue(refused.getMessage().contains("A backup is being made"), refused.getMessage());
            assertTrue(lease.renew());
            assertEquals(List.of("cvs/released.pdf"), service.files());
        }
        assertEquals(1, service.graph().sweep().run().count());
    }

    private Client upload(String user, String name) {
        var client = service.program().register(user);
        assertEquals(200, client.post("/profile/edit/", new Form().file("cv", name, "application/pdf", CONTENT)).status());
        return client;
    }

    private Client login(String user) {
        var client = service.program();
        client.login(user, "correct horse");
        return client;
    }

    private void put(String key) throws IOException {
        var file = service.media().resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, CONTENT);
        Files.setLastModifiedTime(file, FileTime.from(service.clock().instant().minus(DAY.multipliedBy(9))));
    }
}
