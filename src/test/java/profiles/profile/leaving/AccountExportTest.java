package profiles.profile.leaving;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Set;
import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.ServiceTest;

class AccountExportTest extends ServiceTest {
    private static final byte[] CV = "%PDF-1.4 of a life%%EOF".getBytes(UTF_8), CERTIFICATE = "%PDF-1.4 of a success%%EOF".getBytes(UTF_8);

    @Test void a_member_takes_along_all_that_is_known_of_him() {
        browser.register("keeper");
        browser.post("/profile/edit/", new Form().text("full_name", "Kee Per").text("bio", "Lines\r\nof \uD83D\uDE42")
            .file("cv", "резюме.pdf", "application/pdf", CV).file("certificate", "done.pdf", "application/pdf", CERTIFICATE));

        var answer = browser.bytes("GET", "/accounts/export/");

        assertEquals(200, answer.statusCode());
        assertEquals("application/zip", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals("attachment; filename=\"profiles-keeper.zip\"", answer.headers().firstValue("Content-Disposition").orElse(""));
        assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse("")); // ASVS 14.3.2
        var zip = Zip.of(answer.body());
        assertEquals(Set.of("profile.json", "sessions.json", "tokens.json", "cv/резюме.pdf", "certificate/done.pdf"), zip.names());
        assertArrayEquals(CV, zip.entries().get("cv/резюме.pdf"));
        assertArrayEquals(CERTIFICATE, zip.entries().get("certificate/done.pdf"));
        var json = zip.json("profile.json");
        assertEquals("keeper", json.at("/account/username").textValue());
        assertEquals("keeper@example.org", json.at("/account/email").textValue());
        assertFalse(json.at("/account/is_superuser").asBoolean(true));
        assertTrue(json.at("/account/date_joined").asText().endsWith("Z"));
        assertFalse(json.toString().contains("argon2"), "no hash leaves the service");
        assertEquals("Kee Per", json.at("/profile/full_name").textValue());
        assertEquals("Lines\r\nof \uD83D\uDE42", json.at("/profile/bio").textValue());
        assertEquals("cv/резюме.pdf", json.at("/profile/cv").textValue());
    }

    @Test void a_program_gets_the_same_zip() {
        program.register("exporter");

        var zip = Zip.of(program.bytes("GET", "/accounts/export/").body());

        assertEquals(Set.of("profile.json", "sessions.json", "tokens.json"), zip.names());
        assertTrue(zip.json("profile.json").at("/profile/cv").isNull());
    }

    @Test void every_session_of_his_is_told_and_nobody_elses() {
        browser.register("twice");
        program.login("twice", "correct horse");
        service.browser().register("somebody-else");

        var sessions = Zip.of(program.bytes("GET", "/accounts/export/").body()).json("sessions.json");

        assertEquals(2, sessions.size());
        assertFalse(sessions.at("/0/current").asBoolean());
        assertTrue(sessions.at("/1/current").asBoolean());
        assertTrue(sessions.at("/0/started").isTextual());
        assertEquals("127.0.0.1", sessions.at("/0/address").textValue());
        assertFalse(sessions.toString().contains("hash"));
    }

    @Test void a_name_that_an_older_service_stored_does_not_lead_out_of_the_folder() throws IOException {
        browser.register("slippery");
        var key = "cvs/..\\..\\..\\evil.pdf";
        Files.createDirectories(service.media().resolve("cvs"));
        Files.write(service.media().resolve(key), CV);
        service.db()
            .sqlUpdate("update profiles_profile set cv = :cv where user_id = (select id from auth_user where username = 'slippery')")
            .setParameter("cv", key).execute();

        var zip = Zip.of(browser.bytes("GET", "/accounts/export/").body());

        assertEquals(Set.of("profile.json", "sessions.json", "tokens.json", "cv/evil.pdf"), zip.names()); // ASVS 5.3.2
        Files.delete(service.media().resolve(key));
    }

    @Test void tokens_are_told_without_their_text() {
        program.register("minter");
        var text = program.post("/accounts/tokens/", "name", "nightly").json().get("token").textValue();

        var tokens = Zip.of(program.bytes("GET", "/accounts/export/").body()).json("tokens.json");

        assertEquals("nightly", tokens.at("/0/name").textValue());
        assertTrue(tokens.at("/0/created").isTextual());
        assertFalse(tokens.toString().contains(text));
    }

    @Test void a_file_that_is_lost_does_not_keep_the_rest() {
        browser.register("loser");
        service.db()
            .sqlUpdate(
            "update profiles_profile set cv = 'cvs/lost.pdf' where user_id = (select id from auth_user where username = 'loser')")
            .execute();

        var zip = Zip.of(browser.bytes("GET", "/accounts/export/").body());

        assertEquals(Set.of("profile.json", "sessions.json", "tokens.json"), zip.names());
        assertTrue(zip.json("profile.json").at("/profile/cv").isNull());
    }

    @Test void a_zip_that_breaks_off_does_not_end_like_a_whole_one() throws Exception {
        browser.register("unlucky");
        var folder = Files.createDirectories(service.media().resolve("cvs"));
        try (var large = new RandomAccessFile(folder.resolve("large.pdf").toFile(), "rw")) {
            large.setLength(100_000_000);
        }
        Files.write(folder.resolve("last.pdf"), CERTIFICATE);
        service.db().sqlUpdate("update profiles_profile set cv = 'cvs/large.pdf', certificate = 'cvs/last.pdf'"
            + " where user_id = (select id from auth_user where username = 'unlucky')").execute();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/accounts/export/"))
            .header("Cookie", "session=" + browser.cookie("session")).build();

        try (var body = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            body.read();
            Files.delete(folder.resolve("last.pdf"));
            assertThrows(IOException.class, () -> body.transferTo(OutputStream.nullOutputStream()));
        }
        Files.delete(folder.resolve("large.pdf"));
    }

    @Test void a_user_name_of_any_script_names_the_zip() {
        browser.register("жанна");

        var answer = browser.bytes("GET", "/accounts/export/");

        assertEquals("attachment; filename=\"profiles-zhanna.zip\"; filename*=UTF-8''profiles-%D0%B6%D0%B0%D0%BD%D0%BD%D0%B0.zip",
            answer.headers().firstValue("Content-Disposition").orElse(""));
    }

    @Test void a_guest_gets_nothing() {
        assertEquals(303, browser.get("/accounts/export/").status()); // ASVS 8.2.1
        assertEquals(401, program.get("/accounts/export/").status());
    }

    @Test void head_tells_the_headers_alone() {
        browser.register("asker");

        var answer = browser.bytes("HEAD", "/accounts/export/");

        assertEquals(200, answer.statusCode());
        assertEquals("application/zip", answer.headers().firstValue("Content-Type").orElse(""));
        assertEquals(0, answer.body().length);
    }
}
