package profiles.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Log;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SqliteLock;

/** Another program writes into the SQLite database for longer than anybody can wait. */
class LockedDatabaseTest {
    private Service service;
    private Client browser, program;

    @BeforeEach void aMember() {
        service = Service.on(Engine.SQLITE);
        browser = service.browser().register("ada");
        program = service.program();
        program.login("ada", "correct horse");
    }

    @AfterEach void stop() {
        service.close();
    }

    @Test void who_saves_is_told_to_come_back_and_nothing_is_stored() {
        try (var lock = new SqliteLock(service); var log = new Log("profiles.web")) {
            var page = browser.post("/profile/edit/", "bio", "from a page");
            var json = program.post("/profile/edit/", "bio", "from a program");

            busy(page);
            busy(json);
            assertTrue(page.contains("<h1>Busy</h1>"), page::toString);
            assertEquals("Busy", json.json().get("title").textValue());
            assertEquals("", program.get("/api/profile/").json().get("bio").textValue());
            assertEquals(2, log.alarms().size(), log::toString);
            for (var line : log.alarms()) assertTrue(line.startsWith("WARN POST /profile/edit/: the database "), line);
        }
    }

    @Test void afterwards_all_is_well() {
        try (var lock = new SqliteLock(service)) {
            busy(browser.post("/profile/edit/", "bio", "too early"));
            busy(service.program().login("ada", "correct horse"));
        }

        assertEquals(303, browser.post("/profile/edit/", "bio", "There is time again").status());
        assertEquals(200, service.program().login("ada", "correct horse").status());
        service.browser().register("grace");
        assertEquals("There is time again", program.get("/api/profile/").json().get("bio").textValue());
        assertEquals(200, browser.get("/healthz").status());
    }

    @Test void reading_goes_on_though_it_cannot_be_noted_who_was_seen() {
        program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf()));
        var token = "Bearer " + program.post("/accounts/tokens/", "name", "x").json().get("token").textValue();
        service.clock().forward(Duration.ofMinutes(6));
        try (var lock = new SqliteLock(service); var log = new Log("profiles")) {
            var began = System.nanoTime();
            for (var path : List.of("/profile/", "/api/profile/", "/media/cvs/cv.pdf", "/accounts/")) {
                assertEquals(200, browser.get(path).status(), path);
                assertEquals(200, program.get(path).status(), path);
            }
            for (var path : List.of("/api/profile/", "/media/cvs/cv.pdf"))
                assertEquals(200, service.program().get(path, "Authorization", token).status(), path);

            assertTrue(System.nanoTime() - began < Duration.ofSeconds(10).toNanos(), "nobody has waited for the lock");
            assertTrue(log.alarms().stream().filter(line -> !line.contains("search")).count() <= 1, log::toString);
        }
    }

    private static void busy(Answer answer) {
        assertEquals(503, answer.status(), answer::toString);
        assertTrue(Integer.parseInt(answer.header("Retry-After")) > 0);
    }
}
