package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.ServiceTest;

/** Conditions of RFC 9110 (13.1), and the preference of RFC 7240: nobody overwrites what he has not seen. */
class LostUpdateTest extends ServiceTest {

    @Test void each_answer_tells_the_tag_of_what_it_shows() {
        program.register("tags");

        var before = program.get("/api/profile/");
        var saved = patch("Ada");
        var after = program.get("/api/profile/");

        assertTrue(before.header("ETag").matches("\"[A-Za-z0-9_-]{20}\""), before.header("ETag"));
        assertNotEquals(before.header("ETag"), saved.header("ETag"));
        assertEquals(saved.header("ETag"), after.header("ETag"));
        assertEquals(after.header("ETag"), program.bytes("HEAD", "/api/profile/").headers().firstValue("ETag").orElse(null));
        assertEquals(after.header("ETag"), send("PUT", "{}").header("ETag"));
    }

    @Test void a_tag_is_of_the_bytes_and_so_they_are_not_compressed() {
        program.register("bytes");
        send("PATCH", "{\"bio\":\"" + "b".repeat(10_000) + "\"}");

        var answer = program.bytes("GET", "/api/profile/", "Accept-Encoding", "gzip");

        assertTrue(answer.headers().firstValue("Content-Encoding").isEmpty());
        assertTrue(answer.body().length > 10_000);
    }

    @Test void who_has_it_already_gets_it_no_more() {
        program.register("known");
        var tag = program.get("/api/profile/").header("ETag");

        for (var known : List.of(tag, "W/" + tag, "\"other\", " + tag, "*")) {
            var answer = program.get("/api/profile/", "If-None-Match", known);
            assertEquals(304, answer.status(), known);
            assertEquals("", answer.body());
            assertEquals(tag, answer.header("ETag"));
            assertEquals("Accept", answer.header("Vary"));
        }
        assertEquals(304, program.bytes("HEAD", "/api/profile/", "If-None-Match", tag).statusCode());
        assertEquals(200, program.get("/api/profile/", "If-None-Match", "\"other\"").status());
        patch("Ada");
        assertEquals(200, program.get("/api/profile/", "If-None-Match", tag).status());
    }

    @Test void a_page_is_shown_again_whatever_it_is_compared_with() {
        browser.register("page");

        assertNull(browser.get("/profile/").header("ETag"));
        assertEquals(200, browser.get("/profile/", "If-None-Match", "*").status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void a_change_bound_to_what_is_there_is_made(String method) {
        program.register("bound-" + method);
        for (var form : new String[] {"%s", "\"other\", %s", "*"}) {
            var tag = program.get("/api/profile/").header("ETag");
            assertEquals(200, send(method, "{\"full_name\":\"" + form.length() + "\"}", "If-Match", String.format(form, tag)).status(),
                form);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH"})
    void a_change_bound_to_what_is_no_longer_there_is_not_made(String method) {
        program.register("stale-" + method);
        var tag = program.get("/api/profile/").header("ETag");
        var now = patch("Ada").header("ETag");

        for (var stale : List.of(tag, "W/" + now, "\"\"", "nonsense", now.replace("\"", ""), "")) {
            var answer = send(method, "{\"full_name\":\"Mallory\"}", "If-Match", stale);
            assertEquals(412, answer.status(), stale);
            assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
            assertEquals(412, answer.json().get("status").intValue());
            assertEquals(now, answer.header("ETag"), "so that it can be read and tried again");
        }
        assertEquals(412, send(method, "{\"full_name\":\"Mallory\"}", "If-None-Match", "*").status());
        assertEquals("Ada", program.get("/api/profile/").json().get("full_name").textValue());
    }

    @Test void what_comes_too_late_is_told_so_before_anything_else_that_is_wrong() {
        program.register("first");

        assertEquals(412, send("PATCH", "{\"full_name\":\"a\\nb\"}", "If-Match", "\"old\"").status());
    }

    @Test void a_file_that_comes_too_late_is_not_kept() {
        program.register("file");
        var form = new Form().file("cv", "late.pdf", "application/pdf", Samples.pdf());

        var answer = program.send("PATCH", "/api/profile/", BodyPublishers.ofByteArray(form.bytes()), "Content-Type", form.type(),
            "If-Match", "\"old\"");

        assertEquals(412, answer.status());
        assertTrue(service.files().stream().noneMatch(key -> key.contains("late")), service.files()::toString);
    }

    @Test void of_several_who_have_seen_the_same_one_wins() {
        program.register("race");
        var cookie = "session=" + program.cookie("session");
        for (int round = 0; round < 5; round++) {
            var tag = program.get("/api/profile/").header("ETag");
            var name = "round" + round + "-";

            var all = IntStream.range(0, 4).mapToObj(each -> CompletableFuture.supplyAsync(() -> {
                var form = new Form().text("full_name", name + each)
                    .file("cv", name + each + ".pdf", "application/pdf", Samples.pdf(name + each));
                return service.program().send("PATCH", "/api/profile/", BodyPublishers.ofByteArray(form.bytes()), "Content-Type",
                    form.type(), "If-Match", tag, "Cookie", cookie);
            })).toList();

            assertEquals(List.of(200, 412, 412, 412), all.stream().map(one -> one.join().status()).sorted().toList());
            assertEquals(1, service.files().stream().filter(key -> key.contains("round")).count(),
                () -> "no file of those who came too late stays: " + service.files());
        }
    }

    @Test void a_program_that_wants_to_hear_no_more_gets_the_tag_alone() {
        program.register("minimal");

        for (var prefer : List.of("return=minimal", "respond-async, return=minimal; x=1", "Return=\"minimal\"",
            "return=minimal, return=representation")) {
            var answer = send("PATCH", "{\"full_name\":\"" + prefer.length() + "\"}", "Prefer", prefer);
            assertEquals(204, answer.status(), prefer);
            assertEquals("", answer.body());
            assertEquals("return=minimal", answer.header("Preference-Applied"));
            assertEquals(program.get("/api/profile/").header("ETag"), answer.header("ETag"));
        }
        for (var prefer : List.of("return=representation", "x-return=minimal", "return=minimally", "")) {
            var answer = send("PATCH", "{}", "Prefer", prefer);
            assertEquals(200, answer.status(), prefer);
            assertNull(answer.header("Preference-Applied"));
        }
        assertEquals(422, send("PATCH", "{\"full_name\":\"a\\nb\"}", "Prefer", "return=minimal").status(), "an error is told whole");
    }

    private Answer patch(String name) {
        return send("PATCH", "{\"full_name\":\"" + name + "\"}");
    }

    private Answer send(String method, String body, String... headers) {
        return program.send(method, "/api/profile/", "application/json", body, headers);
    }
}
