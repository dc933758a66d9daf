package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.HostileStore;
import profiles.fixture.Ledger;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Store;
import profiles.fixture.Wait;
import profiles.fixture.Wire;

/** A store that is silent or answers what no store should: every member hears a 503 soon, and nobody else notices. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK")
class HostileStoreTest {
    private static final String KEY = "cvs/kept_Ab12345.pdf";

    @Parameter
    private Store store;

    private HostileStore hostile;
    private Service service;
    private Client program, browser;

    @BeforeEach
    void aMemberWithADocument() {
        hostile = new HostileStore(store.port());
        service = Service.on(Engine.SQLITE, store.at(hostile.port()));
        program = service.program().register("ada");
        browser = service.browser();
        browser.login("ada", "correct horse");
        service.db().sqlUpdate("update profiles_profile set cv = :cv").setParameter("cv", KEY).execute();
        hostile.fallSilent();
    }

    @AfterEach
    void stop() throws IOException {
        if (service != null) service.close();
        if (hostile != null) hostile.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "500 Oops||", "502 Bad Gateway|text/html|<html>Bad gateway</html>", 
        "503 Slow Down|application/xml|<Error><Code>SlowDown</Code><Message>Reduce your request rate</Message></Error>",
        "403 Forbidden|application/xml|<Error><Code>AccessDenied</Code></Error>", "403 Forbidden|text/html|<html>", "400 What||",
        "404 Not Found|text/html|<html>No such page</html>", "404 Not Found|application/xml|<Error><Code>NoSuchBucket</Code></Error>",
        "409 Conflict||", "429 Too Many||", "200 OK|text/html|<html>Log in to the hotel</html>", "200 OK||", "206 A part||",
        "301 Moved|text/html|<html>", "302 Found|text/html|<html>", "599 Odd|text/plain|x"})
    void whatever_it_answers_is_a_503_that_says_when_to_try_again(String told) {
        var parts = told.split("\\|", -1);
        hostile.answer("HTTP/1.1 " + parts[0] + "\r\nContent-Type: " + parts[1] + "\r\nLocation: http://127.0.0.1:9/\r\nContent-Length: "
            + parts[2].length()
            + "\r\nConnection: close\r\n\r\n" + parts[2]);
        everythingIsA503();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\ncut",
        "HTTP/1.1 200 OK\r\nContent-Length: x\r\nLast-Modified: never\r\n\r\n",
        "HTTP/1.1 999 \r\n\r\n", "HTTP/1.1 500 Oops\r\nx-ms-error-code: \r\n\r\n"})
    void what_is_no_answer_at_all_is_a_503_too(String bytes) {
        hostile.answer(bytes);
        everythingIsA503();
    }

    @Test void three_hundred_downloads_from_a_silent_store_keep_nobody_else_waiting() {
        var cookie = "Cookie: session=" + program.cookie("session");
        var waiting = new ArrayList<Wire>();
        try {
            for (int i = 0; i < 300; i++) waiting.add(new Wire(service).head("GET /media/" + KEY, cookie, "Connection: close"));
            Wait.until("the store is asked", () -> hostile.asked() > 0);

            var begin = System.nanoTime();
            assertEquals(200, service.browser().get("/healthz").status());
            assertEquals(200, browser.get("/profile/").status());
            assertEquals(200, browser.get("/profile/edit/").status());
            assertTrue(seconds(begin) < 20, "it took " + seconds(begin) + " s");

            for (var wire : waiting) assertEquals("HTTP/1.1 503", wire.begin());
            assertTrue(hostile.asked() < 200, "not all may ask: " + hostile.asked());
        } finally {
            waiting.forEach(Wire::close);
        }
    }

    @Test void a_document_is_cleared_and_an_account_deleted_at_once_though_the_store_is_silent() {
        Ledger.insert(service, KEY, "kept", new byte[1]);
        var begin = System.nanoTime();

        assertEquals(200, program.send("PATCH", "/api/profile/", "application/json", "{\"cv\":null}").status());
        service.db().sqlUpdate("update media_file set state = 'kept'").execute();
        service.db().sqlUpdate("update profiles_profile set cv = :cv").setParameter("cv", KEY).execute();
        assertEquals(303, browser.post("/profile/edit/", "cv-clear", "on").status());
        assertEquals(303, browser.post("/accounts/delete/", "password", "correct horse").status());

        assertTrue(seconds(begin) < 15, "it took " + seconds(begin) + " s");
        Wait.until("the store is asked to delete it", () -> hostile.asked() > 0);
    }

    @Test void a_silent_store_is_waited_for_only_so_long() {
        for (var asking : List.<Runnable>of(
            () -> unavailable(program.get("/media/" + KEY)),
            () -> unavailable(upload(program)))) {
            var begin = System.nanoTime();
            asking.run();
            assertTrue(seconds(begin) < 45, "it took " + seconds(begin) + " s");
        }
    }

    /** Some of them hear a 503; none is lost, and none is a mistake of ours. */
    @Test void a_store_that_fails_every_second_time_loses_nothing() {
        hostile.answerEvery(2, "HTTP/1.1 500 Oops\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        var keys = new ArrayList<String>();
        try (var log = new Log()) {
            for (int i = 0; i < 8; i++) {
                var member = service.program().register("flaky" + i);
                var answer = upload(member);
                if (answer.status() == 200) keys.add(key(answer));
                else unavailable(answer);
            }
            assertTrue(log.lines().stream().noneMatch(line -> line.startsWith("ERROR")), log::toString);
        }
        hostile.answerEvery(0, null);
        for (var key : keys) assertNotNull(service.graph().storage().find(key));
    }

    private void everythingIsA503() {
        try (var log = new Log()) {
            unavailable(program.get("/media/" + KEY));
            unavailable(browser.get("/media/" + KEY));
            unavailable(program.send("GET", "/media/" + KEY, BodyPublishers.noBody(), "Range", "bytes=0-3"));
            unavailable(upload(program));
            unavailable(upload(browser));
            unavailable(program.get("/accounts/export/"));
            assertEquals(200, browser.get("/profile/edit/").status());
            assertEquals(200, program.send("PATCH", "/api/profile/", "application/json", "{\"cv\":null}").status());
            assertTrue(log.lines().stream().noneMatch(line -> line.contains(" failed, ")), log::toString);
        }
    }

    private static void unavailable(Answer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertEquals("5", answer.header("Retry-After"));
    }

    private static Answer upload(Client member) {
        return member.post("/profile/edit/", new Form().file("certificate", "new.pdf", "application/pdf", Samples.pdf("new")));
    }

    private static String key(Answer profile) {
        return profile.json().get("certificate").textValue().replaceFirst(".*/media/", "");
    }

    private static long seconds(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toSeconds();
    }
}
