package profiles.leaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.ServiceTest;

class DeletionTest extends ServiceTest {
    private static final String PASSWORD = "correct horse";

    @AfterEach void nobody_rules() {
        sql("update auth_user set is_superuser = false");
    }

    @Test void the_page_warns_plainly_and_asks_for_the_password() {
        browser.register("hesitant");

        var page = browser.get("/accounts/delete/");

        assertEquals(200, page.status());
        assertTrue(page.says("at once and for good"));
        assertTrue(page.says("hesitant"));
        assertTrue(page.says("type=\"password\""));
    }

    @Test void a_member_leaves_and_nothing_of_him_stays() {
        browser.register("leaver");
        upload(browser, "leaver.pdf");
        var id = idOf("leaver");

        var answer = browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(303, answer.status());
        assertEquals("/accounts/login/", answer.location());
        assertEquals("\"cache\", \"storage\"", answer.header("Clear-Site-Data")); // ASVS 14.3.1
        assertTrue(browser.get("/accounts/login/").says("Farewell!"));
        assertNull(browser.cookie("session"), "the cookie is cleared");
        assertEquals(0, count("auth_user where id = " + id));
        assertEquals(0, count("profiles_profile where user_id = " + id));
        assertEquals(0, count("user_session where user_id = " + id));
        assertFalse(service.files().contains("cvs/leaver.pdf"));
    }

    @Test void a_program_leaves_and_hears_nothing_more() {
        program.register("leaving-bot");

        var answer = program.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(204, answer.status());
        assertEquals(401, program.get("/api/profile/").status());
        assertEquals(0, count("auth_user where username = 'leaving-bot'"));
    }

    @Test void his_other_sessions_end_at_once() { // ASVS 7.4.2
        browser.register("everywhere");
        program.login("everywhere", PASSWORD);

        browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(401, program.get("/api/profile/").status());
    }

    @Test void a_wrong_password_deletes_nothing() { // ASVS 7.5.1
        browser.register("careful");
        program.login("careful", PASSWORD);

        var page = browser.post("/accounts/delete/", "password", "wrong horse");
        var json = program.post("/accounts/delete/", "password", "wrong horse");
        var none = program.post("/accounts/delete/");

        assertEquals(422, page.status());
        assertTrue(page.says("This is not your password."));
        assertFalse(page.says("wrong horse"), "a password is never echoed");
        assertEquals(422, json.status());
        assertEquals("This is not your password.", json.json().at("/errors/password/0").textValue());
        assertEquals(422, none.status());
        assertEquals(200, browser.get("/profile/").status());
    }

    @Test void the_user_name_is_free_again_for_somebody_who_gets_nothing_of_his() {
        browser.register("phoenix");
        upload(browser, "phoenix.pdf");
        browser.post("/accounts/delete/", "password", PASSWORD);

        program.register("phoenix");

        assertTrue(program.get("/api/profile/").json().get("cv").isNull());
        assertEquals(404, program.get("/media/cvs/phoenix.pdf").status());
    }

    @Test void the_last_superuser_stays() {
        browser.register("ruler");
        program.login("ruler", PASSWORD);
        sql("update auth_user set is_superuser = true where username = 'ruler'");

        var page = browser.post("/accounts/delete/", "password", PASSWORD);
        var json = program.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(422, page.status());
        assertTrue(page.says("You are the last superuser"));
        assertEquals(422, json.status());
        assertTrue(json.json().at("/errors/form/0").asText().startsWith("You are the last superuser"));
        assertEquals(200, browser.get("/profile/").status());
    }

    @Test void a_superuser_beside_an_active_one_may_leave() {
        browser.register("abdicating");
        program.register("inactive-heir");
        sql("update auth_user set is_superuser = true where username in ('abdicating', 'inactive-heir')");
        sql("update auth_user set is_active = false where username = 'inactive-heir'");
        assertEquals(422, browser.post("/accounts/delete/", "password", PASSWORD).status());

        sql("update auth_user set is_active = true where username = 'inactive-heir'");
        var answer = browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(303, answer.status());
    }

    @Test void what_django_says_of_him_goes_too() {
        browser.register("adopted");
        program.register("bystander");
        for (var table : new String[] {"django_admin_log", "auth_user_groups", "auth_user_user_permissions"}) {
            sql("create table " + table + " (id integer primary key, user_id integer not null references auth_user (id))");
            sql("insert into " + table + " values (1, " + idOf("adopted") + "), (2, " + idOf("bystander") + ")");
        }
        try {
            assertEquals(303, browser.post("/accounts/delete/", "password", PASSWORD).status());
            for (var table : new String[] {"django_admin_log", "auth_user_groups", "auth_user_user_permissions"})
                assertEquals(idOf("bystander"), service.db().sqlQuery("select user_id from " + table).mapToScalar(Integer.class).findOne());
        } finally {
            for (var table : new String[] {"django_admin_log", "auth_user_groups", "auth_user_user_permissions"}) sql("drop table " + table);
        }
    }

    @Test void what_another_program_says_of_him_keeps_him_whole() {
        browser.register("entangled");
        upload(browser, "entangled.pdf");
        sql("create table blog_post (id integer primary key, user_id integer not null, constraint blog_post_user foreign key (user_id)"
            + " references auth_user (id)" + (engine.name().equals("SQLITE") ? " deferrable initially deferred)" : ")"));
        sql("insert into blog_post values (1, " + idOf("entangled") + ")");
        try {
            var answer = browser.post("/accounts/delete/", "password", PASSWORD);

            assertEquals(409, answer.status());
            assertTrue(answer.says("Another program still refers to this account"));
            assertEquals(200, browser.get("/media/cvs/entangled.pdf").status());
        } finally {
            sql("drop table blog_post");
        }
    }

    @Test void a_member_whom_django_left_without_a_profile_may_leave() {
        browser.register("bare");
        sql("delete from profiles_profile where user_id = " + idOf("bare"));

        assertEquals(303, browser.post("/accounts/delete/", "password", PASSWORD).status());
    }

    @Test void a_file_that_cannot_go_is_left_for_the_sweep() throws IOException {
        browser.register("sticky");
        upload(browser, "sticky.pdf");
        var file = service.media().resolve("cvs/sticky.pdf");
        Files.delete(file);
        Files.createDirectories(file.resolve("in the way"));

        var answer = browser.post("/accounts/delete/", "password", PASSWORD);

        assertEquals(303, answer.status());
        assertEquals(0, count("auth_user where username = 'sticky'"));
        Files.delete(file.resolve("in the way"));
        Files.delete(file);
    }

    @Test void an_upload_under_way_leaves_no_file_behind() {
        for (int i = 0; i < 5; i++) {
            var name = "racer" + i;
            var leaver = service.program().register(name);
            var uploader = service.program();
            uploader.login(name, PASSWORD);

            var upload = CompletableFuture.supplyAsync(() -> uploader.send("PUT", "/api/profile/", cv(name + ".pdf").type(), body(cv(name + ".pdf"))));
            assertEquals(204, leaver.post("/accounts/delete/", "password", PASSWORD).status());

            var status = upload.join().status();
            assertTrue(status == 200 || status == 401, "status " + status);
            assertFalse(service.files().contains("cvs/" + name + ".pdf"));
        }
    }

    @Test void a_guest_has_nothing_to_delete() {
        assertEquals(303, browser.get("/accounts/delete/").status()); // ASVS 8.2.1
        assertEquals(401, program.post("/accounts/delete/", "password", PASSWORD).status());
    }

    private static Form cv(String name) {
        return new Form().file("cv", name, "application/pdf", "%PDF-1.4 of a life".getBytes(UTF_8));
    }

    private static String body(Form form) {
        return new String(form.bytes(), UTF_8);
    }

    private static void upload(Client client, String name) {
        assertEquals(303, client.post("/profile/edit/", cv(name)).status());
        assertTrue(service.files().contains("cvs/" + name));
    }

    private static void sql(String sql) {
        service.db().sqlUpdate(sql).execute();
    }

    private static int idOf(String username) {
        return service.db().sqlQuery("select id from auth_user where username = '" + username + "'").mapToScalar(Integer.class).findOne();
    }

    private static int count(String from) {
        return service.db().sqlQuery("select count(*) from " + from).mapToScalar(Integer.class).findOne();
    }
}
