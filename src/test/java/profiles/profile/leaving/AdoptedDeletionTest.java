package profiles.profile.leaving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On a database that Django has filled, whose keys do not cascade. */
class AdoptedDeletionTest extends AccountDeletionPagesTest {
    private static final List<String> OF_DJANGO = List.of("django_admin_log", "auth_user_groups", "auth_user_user_permissions");

    @Test void what_django_says_of_him_goes_too() {
        browser.register("adopted");
        program.register("bystander");
        for (var table : OF_DJANGO) {
            sql("create table " + table + " (id integer primary key, user_id integer not null references auth_user (id))");
            sql("insert into " + table + " values (1, " + idOf("adopted") + "), (2, " + idOf("bystander") + ")");
        }
        try {
            assertEquals(303, browser.post("/accounts/delete/", "password", PASSWORD).status());
            for (var table : OF_DJANGO) assertEquals(idOf("bystander"), number("select user_id from " + table));
        } finally {
            for (var table : OF_DJANGO) sql("drop table " + table);
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
            assertTrue(answer.contains("Another program still refers to this account"));
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
}
