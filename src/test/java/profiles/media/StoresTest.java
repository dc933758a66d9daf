package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Ledger;
import profiles.fixture.Log;
import profiles.fixture.Relay;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Store;
import profiles.fixture.Wait;
import profiles.fixture.Wire;

/** The service with its documents elsewhere. */
@ParameterizedClass
@EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DISK")
class StoresTest {
    private static final byte[] PDF = Samples.pdf("kept elsewhere");

    @Parameter
    private Store store;

    private Relay relay;
    private Map<String, String> settings;
    private Service service;

    @BeforeEach
    void start() {
        relay = new Relay(store.port());
        settings = store.at(relay.port());
        service = Service.on(Engine.SQLITE, settings);
    }

    /** Where the store cannot be had, neither was begun. */
    @AfterEach
    void stop() throws IOException {
        if (service != null) service.close();
        if (relay != null) relay.close();
    }

    @Test void a_document_is_uploaded_read_at_the_store_replaced_and_goes_with_its_owner() {
        var browser = service.browser().register("ada");
        assertEquals(303, browser.post("/profile/edit/", new Form().file("cv", "Größe.pdf", "application/pdf", PDF)).status());

        var url = path(browser.get("/api/profile/"));
        var there = browser.bytes("GET", url);
        assertEquals(302, there.statusCode());
        assertEquals("private, no-store", header(there, "Cache-Control"));
        var file = follow(there);
        assertArrayEquals(PDF, file.body());
        assertEquals("application/pdf", header(file, "Content-Type"));
        assertEquals("inline; filename=\"Grosse.pdf\"; filename*=UTF-8''Gr%C3%B6%C3%9Fe.pdf", header(file, "Content-Disposition"));
        var saved = follow(browser.bytes("GET", url + "?download"));
        assertTrue(header(saved, "Content-Disposition").startsWith("attachment;"));
        var key = files().get(0);
        assertTrue(key.matches("cvs/Größe_[A-Za-z0-9]{7}\\.pdf"), "a delete that comes late must not meet another's file: " + key);
        assertEquals(List.of(), service.files(), "nothing is kept here");

        assertEquals(303, browser.post("/profile/edit/", new Form().file("cv", "Größe.pdf", "application/pdf", Samples.pdf("another")))
            .status());
        Wait.until("the replaced one is gone", () -> files().size() == 1);
        assertNotEquals(key, files().get(0));

        assertEquals(303, browser.post("/accounts/delete/", "password", "correct horse").status());
        Wait.until("it is gone", () -> files().isEmpty());
    }

    @Test void a_program_does_the_same() {
        var program = service.program().register("ada");
        var url = path(program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", PDF)));

        var redirect = program.bytes("GET", url);
        assertEquals(302, redirect.statusCode());
        assertArrayEquals(PDF, follow(redirect).body());
        assertEquals(404, service.program().register("eve").get(url).status());
        assertEquals(401, service.program().get(url).status());

        assertNull(path(program.send("PATCH", "/api/profile/", "application/json", "{\"cv\":null}")));
        Wait.until("it is gone", () -> files().isEmpty());
        assertEquals(404, program.get(url).status());
    }

    @Test void what_is_asked_about_a_document_is_answered_here() {
        var program = service.program().register("ada");
        var url = path(program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", PDF)));

        var head = program.bytes("HEAD", url);

        assertEquals(200, head.statusCode());
        assertEquals(String.valueOf(PDF.length), header(head, "Content-Length"));
        var tag = header(head, "ETag");
        assertEquals(tag, header(follow(program.bytes("GET", url)), "ETag"), "here and there alike");
        assertEquals(304, program.bytes("GET", url, "If-None-Match", tag).statusCode());
        assertEquals(302, program.bytes("GET", url, "If-None-Match", "\"other\"").statusCode());
        var embedded = program.bytes("GET", url, "Sec-Fetch-Dest", "image");
        assertEquals(200, embedded.statusCode(), "our pages' policy lets no other origin in");
        assertArrayEquals(PDF, embedded.body());
        assertEquals(200, program.bytes("GET", url, "Sec-Fetch-Dest", "empty", "Origin", "https://app.example.org").statusCode(),
            "and the store knows none that may fetch");
        assertEquals(302, program.bytes("GET", url, "Sec-Fetch-Dest", "document").statusCode());
    }

    @Test void credentials_are_not_led_to_the_store() {
        var program = service.program().register("ada");
        var url = path(program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", PDF)));
        var token = program.post("/accounts/tokens/", "name", "of a script").json().get("token").textValue();
        var basic = Base64.getEncoder().encodeToString("ada:correct horse".getBytes(StandardCharsets.UTF_8));

        for (var credentials : List.of("Bearer " + token, "bearer  " + token, "Basic " + basic)) {
            var whole = service.program().bytes("GET", url, "Authorization", credentials);
            var part = service.program().bytes("GET", url, "Authorization", credentials, "Range", "bytes=0-3");

            assertEquals(200, whole.statusCode());
            assertArrayEquals(PDF, whole.body());
            assertEquals(206, part.statusCode());
            assertEquals("%PDF", new String(part.body(), StandardCharsets.US_ASCII));
        }
    }

    @Test void everything_can_be_taken_along_and_streamed() {
        var streaming = service.copy(Map.of("MEDIA_REDIRECT", "false"));
        try {
            var program = streaming.program().register("ada");
            var url = path(program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", PDF)));

            var whole = program.bytes("GET", url);
            var part = program.bytes("GET", url, "Range", "bytes=0-3");
            var zip = program.bytes("GET", "/accounts/export/");

            assertEquals(200, whole.statusCode());
            assertArrayEquals(PDF, whole.body());
            assertTrue(header(whole, "Content-Security-Policy").startsWith("default-src 'none'"));
            assertEquals(206, part.statusCode());
            assertEquals("%PDF", new String(part.body()));
            assertEquals(416, program.bytes("GET", url, "Range", "bytes=99999-").statusCode());
            assertEquals(200, zip.statusCode());
            assertTrue(new String(zip.body(), StandardCharsets.ISO_8859_1).contains("kept elsewhere"));
        } finally {
            streaming.stop();
        }
    }

    @Test void only_files_of_the_ledger_are_deleted() {
        var program = service.program().register("ada");
        program.post("/profile/edit/", new Form().file("cv", "kept.pdf", "application/pdf", PDF));
        for (var key : List.of("cvs/interrupted.pdf", "certificates/of-others.png", "photos/of-others.png"))
            service.graph().storage().create(key, 1, () -> new ByteArrayInputStream(new byte[1]));
        Ledger.insert(service, "cvs/interrupted.pdf", "reserved", new byte[1]);
        Ledger.insert(service, "certificates/of-others.png", "reserved", new byte[] {1});

        assertEquals(0, service.graph().sweep().run().count(), "it is young");
        service.clock().forward(Duration.ofDays(2));
        var listed = new ArrayList<String>();
        service.graph().sweep().dryRun(listed::add);
        assertEquals(1, service.graph().sweep().run().count());

        assertTrue(listed.contains("cvs/interrupted.pdf"), listed::toString);
        assertEquals(2, files().size());
        assertNotNull(service.graph().storage().find("certificates/of-others.png"));
        assertNotNull(service.graph().storage().find("photos/of-others.png"));
    }

    @Test void while_the_store_is_away_nothing_leaves_the_ledger() {
        service.graph().storage().create("cvs/interrupted.pdf", 1, () -> new ByteArrayInputStream(new byte[1]));
        Ledger.insert(service, "cvs/interrupted.pdf", "reserved", new byte[1]);
        service.clock().forward(Duration.ofDays(2));
        relay.breakOff();

        try (var log = new Log("profiles.media")) {
            assertEquals(0, service.graph().sweep().run().count());
            assertTrue(log.contains("cvs/interrupted.pdf cannot be deleted ("), log::toString);
        }
        assertEquals(Map.of("cvs/interrupted.pdf", "reserved"), Ledger.states(service));
        relay.mend();

        assertEquals(1, service.graph().sweep().run().count());
        assertEquals(List.of(), files());
    }

    @Test void a_store_that_is_away_is_a_503_and_the_old_document_stays() {
        var program = service.program().register("ada");
        var browser = service.browser();
        browser.login("ada", "correct horse");
        var url = path(program.post("/profile/edit/", new Form().file("cv", "old.pdf", "application/pdf", PDF)));
        relay.breakOff();

        try (var log = new Log("profiles.web")) {
            var json = program.post("/profile/edit/", new Form().text("full_name", "Ada")
                .file("cv", "new.pdf", "application/pdf", Samples.pdf("new")));
            var page = browser.post("/profile/edit/", new Form().text("full_name", "Ada")
                .file("cv", "new.pdf", "application/pdf", Samples.pdf("new")));

            assertEquals(503, json.status());
            assertEquals("5", json.header("Retry-After"));
            assertTrue(json.header("Content-Type").startsWith("application/problem+json"));
            assertEquals(503, page.status());
            assertTrue(page.contains("Nothing was changed; try again in a moment."), page.toString());
            assertEquals(503, program.get(url).status());
            assertTrue(log.contains("WARN POST /profile/edit/: " + settings.get("MEDIA_STORAGE") + " cannot be reached ("), log.toString());
        }
        relay.mend();

        assertEquals(url, path(program.get("/api/profile/")));
        assertEquals("", program.get("/api/profile/").json().get("full_name").textValue());
        assertArrayEquals(PDF, follow(program.bytes("GET", url)).body());
        assertEquals(1, files().size());
    }

    @Test void the_form_waits_for_no_store_to_tell_a_size() {
        var browser = service.browser().register("ada");
        browser.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(5_000)));
        Wait.until("it is told", () -> browser.get("/profile/edit/").contains("5 kB, "));
        relay.breakOff();

        var begun = System.nanoTime();
        var page = browser.get("/profile/edit/");

        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 3, "the store's own patience is longer");
        assertEquals(200, page.status());
        assertTrue(page.contains(">cv.pdf</a>") && !page.contains("5 kB"), page::toString);
    }

    @Test void a_reader_who_stalls_lets_go_of_the_store() throws IOException {
        var streaming = service.copy(Map.of("MEDIA_REDIRECT", "false"));
        try {
            for (var connector : streaming.graph().server().javalin().jettyServer().server().getConnectors())
                ((ServerConnector) connector).setIdleTimeout(500);
            var program = streaming.program().register("ada");
            var url = path(program.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(9_000_000))));

            try (var wire = new Wire(streaming).head("GET " + url, "Cookie: session=" + program.cookie("session"))) {
                assertEquals("HTTP/1.1 200", wire.begin());
                Wait.until("the service lets go", () -> relay.connections() == 0 || store == Store.AZURE);
            }
            assertEquals(206, program.bytes("GET", url, "Range", "bytes=0-3").statusCode());
        } finally {
            streaming.stop();
        }
    }

    private List<String> files() {
        var keys = new ArrayList<String>();
        for (var folder : List.of("cvs", "certificates")) service.graph().storage().list(folder, file -> keys.add(file.key()));
        return keys;
    }

    private static HttpResponse<byte[]> follow(HttpResponse<byte[]> redirect) {
        return Client.fetch(URI.create(header(redirect, "Location")));
    }

    private static String path(Answer profile) {
        var url = profile.json().get("cv");
        return url.isNull() ? null : URI.create(url.textValue()).getRawPath();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
