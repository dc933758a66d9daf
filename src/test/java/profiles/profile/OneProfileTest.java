package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import profiles.account.query.QUser;
import profiles.fixture.Answer;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** Each user has one profile: never none, never two. */
class OneProfileTest extends ServiceTest {

    @Test void a_newcomer_has_one() {
        program.register("one");

        assertEquals(1, profilesOf("one"));
    }

    @Test void without_a_profile_there_is_no_user() {
        try (var failing = Service.on(engine)) {
            failing.db().sqlUpdate(engine == Engine.SQLITE
                ? "create trigger no_profile before insert on profiles_profile begin select raise(abort, 'no profile today'); end"
                : "create trigger no_profile before insert on profiles_profile for each row signal sqlstate '45000' set message_text = "
                + "'no profile today'").execute();

            var answer = failing.program().post("/accounts/register/", "username", "half", "password1", "correct horse", "password2",
                "correct horse");

            assertEquals(500, answer.status());
            assertFalse(answer.contains("no profile today"), "the asker learns nothing of the database");
            assertFalse(new QUser(failing.db()).exists());

            failing.db().sqlUpdate("drop trigger no_profile").execute();
            assertEquals(201, failing.program().post("/accounts/register/", "username", "half", "password1", "correct horse", "password2",
                "correct horse").status());
        }
    }

    @Test void a_user_whom_django_left_without_one_gets_it_at_first_use() {
        program.register("bare");
        removeProfileOf("bare");

        assertEquals("", program.get("/api/profile/").json().get("full_name").textValue());

        assertEquals(1, profilesOf("bare"));
    }

    @Test void also_when_the_first_use_is_to_save() {
        program.register("saving");
        removeProfileOf("saving");

        var answer = program.post("/profile/edit/", new Form().text("full_name", "Ada")
            .file("cv", "saving.pdf", "application/pdf", Samples.pdf()));

        assertEquals(200, answer.status(), answer::toString);
        assertEquals("Ada", program.get("/api/profile/").json().get("full_name").textValue());
        assertEquals(1, profilesOf("saving"));
    }

    @Test void also_when_eight_requests_come_at_once() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        program.register("racing");
        try {
            for (int round = 0; round < 5; round++) {
                removeProfileOf("racing");
                var asks = IntStream.range(0, 8).<Callable<Answer>>mapToObj(i -> () -> i % 2 == 0 ? program.get("/api/profile/")
                    : program.post("/profile/edit/", "bio", "b" + i)).toList();

                for (var answer : threads.invokeAll(asks)) assertEquals(200, answer.get().status(), answer.get()::toString);

                assertEquals(1, profilesOf("racing"));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test void nulls_that_others_wrote_are_no_files() {
        program.register("nulls");
        service.db()
            .sqlUpdate(
            "update profiles_profile set cv = null, certificate = null where user_id = (select id from auth_user where username = 'nulls')")
            .execute();

        assertTrue(program.get("/api/profile/").json().get("cv").isNull());
        assertEquals(200, program.post("/profile/edit/", "full_name", "Ada").status());
        assertEquals(404, program.get("/media/cvs/null").status());
    }

    private static int profilesOf(String username) {
        return service.db().sqlQuery("select count(*) from profiles_profile p join auth_user u on u.id = p.user_id where u.username = ?")
            .setParameter(username)
            .mapToScalar(Integer.class).findOne();
    }

    private static void removeProfileOf(String username) {
        assertEquals(1, service.db().sqlUpdate("delete from profiles_profile where user_id = (select id from auth_user where username = ?)")
            .setParameter(username).execute());
    }
}
