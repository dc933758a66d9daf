package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;

class DownloadTest extends SqliteServiceTest {
    private static final byte[] PDF = Samples.pdf("to be downloaded");
    private static int count;

    private String name;
    private String url;

    @BeforeEach
    void aMemberWithACv() {
        name = "reader" + ++count;
        program.register(name);
        browser.login(name, "correct horse");
        url = upload("cv", "Größe.pdf", PDF);
    }

    @Test void the_owner_gets_the_bytes() {
        var answer = browser.bytes("GET", url);

        assertEquals(200, answer.statusCode());
        assertArrayEquals(PDF, answer.body());
        assertEquals("application/pdf", header(answer, "Content-Type"));
        assertEquals(String.valueOf(PDF.length), header(answer, "Content-Length"));
        assertEquals("bytes", header(answer, "Accept-Ranges"));
        assertEquals("private, no-cache", header(answer, "Cache-Control"));
        assertEquals("Accept, Cookie", header(answer, "Vary")); // ASVS 14.3.2
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none';"));
        assertNull(header(answer, "Content-Encoding"), "a file is sent as it is, so that ranges fit");
    }

    @Test void nobody_else_gets_them_or_learns_that_they_are_there() { // ASVS 8.2.2
        var other = service.program().register("other" + count);

        var theirs = other.get(url);
        var nothing = other.get("/media/cvs/nothing.pdf");

        assertEquals(404, theirs.status());
        assertEquals(nothing.body(), theirs.body());
        assertEquals(404, other.bytes("HEAD", url).statusCode());
        assertEquals(401, service.program().get(url).status());
        assertEquals(401, service.program().get("/media/cvs/nothing.pdf").status());
        assertTrue(service.browser().get(url).location().startsWith("/accounts/login/?next=%2Fmedia%2Fcvs%2F"));
    }

    @Test void other_spellings_of_the_address_open_nothing() {
        var other = service.program().register("speller" + count);
        var key = url.substring("/media/".length());

        for (var path : new String[] {"/MEDIA/" + key, "/media/./" + key, "/media/x/../" + key, "/media/" + key.replace("cvs/", "cvs%2F"),
            "/media/" + key.replace("cvs", "%63vs"),
            "/media//" + key, "/media/" + key + "/", "/media/" + key + "%00", "/media/" + key + "%20",
            "/media/" + key.replace("cvs", "CVS"), "/media/" + key.toUpperCase(Locale.ROOT),
            "/media/" + key + ".", "/media/" + key + "?download", "/media/" + key + ";x=y", "/static/../media/" + key,
            "/static/..%2Fmedia%2F" + key, "/profile/../media/" + key}) {
            var answer = other.get(path);
            assertTrue(answer.status() == 404 || answer.status() == 400 || answer.status() == 401, path + answer);
            assertFalse(answer.contains("to be downloaded"), path);
        }
    }

    @Test void staff_may_read_it() {
        var staff = service.program().register("staff" + count);
        service.db().sqlUpdate("update auth_user set is_staff = 1 where username = ?").setParameter("staff" + count).execute();

        assertArrayEquals(PDF, staff.bytes("GET", url).body());
        assertEquals(404, staff.get("/media/cvs/nothing.pdf").status());
        assertEquals(404, staff.get("/media/" + url.substring("/media/".length()).replace("cvs", "CVS")).status());
    }

    @Test void staff_cannot_read_what_no_profile_refers_to() throws Exception {
        var staff = service.program().register("staff" + count);
        service.db().sqlUpdate("update auth_user set is_staff = 1 where username = ?").setParameter("staff" + count).execute();
        upload("cv", "Twin.pdf", PDF);
        Files.write(service.media().resolve("cvs/twin.pdf"), PDF); // the same to MariaDB, but another file
        Files.write(service.media().resolve("cvs/stray.pdf"), PDF);
        Files.write(service.media().resolve(".incoming/part"), PDF);

        for (var path : new String[] {"/media/cvs/twin.pdf", "/media/cvs/stray.pdf", "/media/.incoming/part", "/media/cvs", "/media/cvs/"})
            assertEquals(404, staff.get(path).status(), path);
        Files.delete(service.media().resolve("cvs/twin.pdf"));
        Files.delete(service.media().resolve("cvs/stray.pdf"));
        Files.delete(service.media().resolve(".incoming/part"));
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-3, 0, 4", "bytes=5-, 5, -1", "bytes=-4, -4, -1", "bytes=1-1, 1, 2"})
    void a_range_is_a_206(String range, int from, int to) {
        var answer = browser.bytes("GET", url, "Range", range);

        var start = from < 0 ? PDF.length + from : from;
        var end = to < 0 ? PDF.length : to;
        assertEquals(206, answer.statusCode());
        assertArrayEquals(Arrays.copyOfRange(PDF, start, end), answer.body());
        assertEquals("bytes " + start + "-" + (end - 1) + "/" + PDF.length, header(answer, "Content-Range"));
        assertEquals("" + (end - start), header(answer, "Content-Length"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,3-4", "lines=1-2", "bytes=5-3", "nonsense"})
    void what_is_no_range_gives_the_whole_file(String range) {
        var answer = browser.bytes("GET", url, "Range", range);

        assertEquals(200, answer.statusCode());
        assertArrayEquals(PDF, answer.body());
    }

    @Test void a_range_beyond_the_end_is_a_416_with_the_size() {
        var page = browser.get(url, "Range", "bytes=" + PDF.length + "-");
        var json = program.get(url, "Range", "bytes=-0");

        for (var answer : new Answer[] {page, json}) {
            assertEquals(416, answer.status());
            assertEquals("bytes */" + PDF.length, answer.header("Content-Range"));
            assertNull(answer.header("Content-Disposition"), "the answer is not the file");
        }
        assertEquals(416, json.json().get("status").intValue());
    }

    @Test void a_range_of_what_has_changed_since_is_not_wanted() {
        var etag = header(browser.bytes("GET", url), "ETag");

        assertEquals(206, browser.bytes("GET", url, "Range", "bytes=0-3", "If-Range", etag).statusCode());
        assertEquals(200, browser.bytes("GET", url, "Range", "bytes=0-3", "If-Range", "\"other\"").statusCode());
        assertEquals(200, browser.bytes("GET", url, "Range", "bytes=0-3", "If-Range", "W/" + etag).statusCode(), "weak tags name no bytes");
        assertEquals(200, browser.bytes("GET", url, "Range", "bytes=0-3", "If-Range", "Wed, 25 Nov 2026 00:00:00 GMT").statusCode());
    }

    @Test void who_has_the_file_already_gets_a_304() {
        var etag = header(browser.bytes("GET", url), "ETag");

        for (var tags : new String[] {etag, "W/" + etag, "\"other\", " + etag, etag + ",\"other\"", "\"a,b\", W/" + etag, "*", " * "}) {
            var answer = browser.bytes("GET", url, "If-None-Match", tags);
            assertEquals(304, answer.statusCode(), tags);
            assertEquals(0, answer.body().length);
            assertEquals(etag, header(answer, "ETag"));
        }
        for (var tags : new String[] {"\"other\"", "", etag.replace("\"", ""), "W/\"other\"", "\"\""}) {
            assertEquals(200, browser.bytes("GET", url, "If-None-Match", tags).statusCode(), tags);
        }
        assertEquals(304, browser.bytes("GET", url, "If-None-Match", etag, "Range", "bytes=9999-").statusCode(),
            "the range does not matter then");
        assertEquals(304, browser.bytes("HEAD", url, "If-None-Match", etag).statusCode());
    }

    @Test void a_304_is_for_those_who_may_read_alone() {
        var other = service.program().register("guesser" + count);

        assertEquals(404, other.get(url, "If-None-Match", "*").status());
        assertEquals(401, service.program().get(url, "If-None-Match", "*").status());
    }

    @Test void head_tells_all_but_the_bytes() {
        var answer = browser.bytes("HEAD", url, "Range", "bytes=0-3");

        assertEquals(200, answer.statusCode());
        assertEquals(0, answer.body().length);
        assertEquals(String.valueOf(PDF.length), header(answer, "Content-Length"));
        assertEquals(header(browser.bytes("GET", url), "ETag"), header(answer, "ETag"));
    }

    @Test void a_name_of_any_script_is_told_in_both_ways() { // RFC 6266, RFC 8187
        var disposition = header(browser.bytes("GET", url), "Content-Disposition");

        assertTrue(disposition.matches("inline; filename=\"Grosse[^\"]*\\.pdf\"; filename\\*=UTF-8''Gr%C3%B6%C3%9Fe[^;]*\\.pdf"),
            disposition);
    }

    @Test void who_asks_for_a_download_gets_one() {
        assertTrue(header(browser.bytes("GET", url + "?download"), "Content-Disposition").startsWith("attachment;"));
        assertTrue(header(browser.bytes("GET", url + "?download=1"), "Content-Disposition").startsWith("attachment;"));
    }

    @Test void an_image_is_shown_and_a_document_is_saved() {
        var png = browser.bytes("GET", upload("certificate", "seal.png", Samples.png()));
        var docx = browser.bytes("GET", upload("cv", "cv.docx", Samples.docx()));

        assertEquals("image/png", header(png, "Content-Type"));
        assertTrue(header(png, "Content-Disposition").startsWith("inline;"));
        assertTrue(header(png, "Content-Security-Policy").contains("sandbox"));
        assertTrue(header(docx, "Content-Disposition").startsWith("attachment;"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x.html", "x.svg", "x.php", "x", ".htaccess", "x.js", "x.xml", "пример.html", "a;b=\"c.html", "..."})
    void whatever_django_took_is_served_as_bytes_to_save(String left) throws Exception { // ASVS 3.2.1
        Files.writeString(service.media().resolve("cvs").resolve(left), "<script>alert(1)</script>");
        service.db().sqlUpdate("update profiles_profile set cv = ? where user_id = (select id from auth_user where username = ?)")
            .setParameter("cvs/" + left)
            .setParameter(name).execute();

        var answer = browser.bytes("GET", MediaUrl.path("cvs/" + left));

        assertEquals(200, answer.statusCode());
        assertEquals("application/octet-stream", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Disposition").startsWith("attachment;"));
        assertTrue(header(answer, "Content-Disposition").matches("[ -~]*"));
        assertTrue(header(answer, "Content-Security-Policy").contains("sandbox"));
        assertEquals("<script>alert(1)</script>", new String(answer.body(), StandardCharsets.UTF_8));
        Files.delete(service.media().resolve("cvs").resolve(left));
    }

    @Test void a_file_that_is_lost_is_a_404() throws Exception {
        for (var file : service.files()) Files.delete(service.media().resolve(file));

        assertEquals(404, browser.get(url).status());
        assertEquals(200, browser.get("/profile/").status());
    }

    private String upload(String field, String file, byte[] bytes) {
        var answer = program.post("/profile/edit/", new Form().file(field, file, "application/octet-stream", bytes));
        assertEquals(200, answer.status(), answer::toString);
        return URI.create(answer.json().get(field).textValue()).getRawPath();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
