package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

class ApiProfileTest extends ServiceTest {

    @Test void a_profile_is_djangos_six_names_and_those_of_our_own_fields() {
        var json = program.register("names").get("/api/profile/").json();

        var names = new ArrayList<String>();
        json.fieldNames().forEachRemaining(names::add);
        assertEquals(Stream.concat(Stream.of("username", "email"), Fields.ALL.stream().map(Field::name)).toList(), names);
        names.retainAll(List.of("username", "email", "full_name", "bio", "cv", "certificate"));
        assertEquals(List.of("username", "email", "full_name", "bio", "cv", "certificate"), names);
        assertEquals("names", json.get("username").textValue());
        assertEquals("names@example.org", json.get("email").textValue());
        assertEquals("", json.get("full_name").textValue());
        assertTrue(json.get("cv").isNull() && json.get("certificate").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void what_is_sent_changes_and_what_is_absent_stays(String method) {
        program.register("absent-" + method);

        api(method, "{\"full_name\":\"Ada\",\"bio\":\"Hello\"}");
        var answer = api(method, "{\"bio\":\"Changed\"}");

        assertEquals(200, answer.status());
        assertEquals("Ada", answer.json().get("full_name").textValue());
        assertEquals("Changed", answer.json().get("bio").textValue());
        assertEquals(answer.json(), program.get("/api/profile/").json());
        assertEquals(answer.json(), api(method, "{}").json());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void null_clears(String method) {
        program.register("null-" + method);
        program.post("/profile/edit/", new Form().text("full_name", "Ada").text("bio", "Hello")
            .file("cv", "null.pdf", "application/pdf", Samples.pdf()));

        var json = api(method, "{\"full_name\":null,\"bio\":null,\"cv\":null,\"certificate\":null}").json();

        assertEquals("", json.get("full_name").textValue());
        assertEquals("", json.get("bio").textValue());
        assertTrue(json.get("cv").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void files_come_in_parts(String method) {
        program.register("parts-" + method);
        var form = new Form().text("full_name", "Ada").file("cv", "parts-" + method + ".pdf", "application/pdf", Samples.pdf());

        var answer = program.send(method, "/api/profile/", BodyPublishers.ofByteArray(form.bytes()), "Content-Type", form.type());

        assertEquals(200, answer.status(), answer::toString);
        assertEquals("http://127.0.0.1:" + service.port() + "/media/cvs/parts-" + method + ".pdf", answer.json().get("cv").textValue());
    }

    @Test void an_address_is_where_visitors_see_the_service() {
        try (var proxied = Service.on(engine, Map.of("BASE_URL", "https://profiles.example.org/"))) {
            var cookie = proxied.program().post("/accounts/register/", "username", "far", "password1", "correct horse", "password2",
                "correct horse").headers("Set-Cookie").get(0);

            var answer = proxied.program().post("/profile/edit/", new Form().file("cv", "far.pdf", "application/pdf", Samples.pdf()),
                "Cookie", cookie.split(";")[0]);

            assertEquals("https://profiles.example.org/media/cvs/far.pdf", answer.json().get("cv").textValue());
        }
    }

    @Test void what_was_got_can_be_sent_back() {
        program.register("echo");
        program.post("/profile/edit/", new Form().text("full_name", "Ada").text("bio", "Hello")
            .file("cv", "echo.pdf", "application/pdf", Samples.pdf()));
        var json = program.get("/api/profile/").json();

        assertEquals(json, api("PUT", json.toString()).json());
    }

    @Test void the_account_cannot_be_changed_here() {
        program.register("fixed");

        var answer = api("PATCH", "{\"username\":\"other\",\"email\":\"other@example.org\",\"full_name\":\"Ada\"}");

        assertEquals(422, answer.status());
        assertTrue(answer.json().at("/errors/username/0").isTextual() && answer.json().at("/errors/email/0").isTextual());
        assertEquals("", program.get("/api/profile/").json().get("full_name").textValue());
    }

    @Test void what_is_wrong_is_told_for_each_field() {
        program.register("errors");

        var answer = api("PUT", "{\"full_name\":\"a\\nb\",\"bio\":\"" + "b".repeat(20_001) + "\",\"cv\":\"text\"}");

        assertEquals(422, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        for (var field : new String[] {"full_name", "bio", "cv"})
            assertTrue(answer.json().at("/errors/" + field + "/0").isTextual(), field);
    }

    @Test void text_is_sent_as_it_is() {
        program.register("unicode");

        var answer = api("PATCH", "{\"full_name\":\"Zoë Жанна 履 🎉 \\u003cb\\u003e\"}");

        assertTrue(answer.body().contains("Zoë Жанна 履 🎉 <b>"), answer::toString);
    }

    private Answer api(String method, String body) {
        return program.send(method, "/api/profile/", "application/json", body);
    }
}
