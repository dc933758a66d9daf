package profiles.web.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import profiles.fixture.SqliteServiceTest;

/** The files that pages load. */
class AssetsTest extends SqliteServiceTest {
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Test void what_a_page_loads_is_kept_for_ever() {
        var loaded = loaded("/accounts/login/");

        assertTrue(loaded.size() >= 3, loaded::toString);
        for (var path : loaded) {
            var answer = browser.get(path);
            assertEquals(200, answer.status(), path);
            assertEquals(FOREVER, answer.header("Cache-Control"), path);
            assertEquals("Accept-Encoding", answer.header("Vary"), path);
        }
    }

    @Test void it_comes_as_tight_as_the_asker_can_read_it() throws IOException {
        Brotli4jLoader.ensureAvailability();
        var plain = style("identity").body();

        for (var accept : List.of("br", "gzip, deflate, br, zstd", "gzip;q=1.0, br;q=0.1", "*", "BR")) {
            assertEquals("br", header(style(accept), "Content-Encoding"), accept);
            assertArrayEquals(plain, Decoder.decompress(style(accept).body()).getDecompressedData(), accept);
        }
        for (var accept : List.of("gzip", "br;q=0, gzip", "br; q=0.000, *", "deflate, GZIP;q=0.5")) {
            assertEquals("gzip", header(style(accept), "Content-Encoding"), accept);
            assertArrayEquals(plain, new GZIPInputStream(new ByteArrayInputStream(style(accept).body())).readAllBytes(), accept);
        }
        for (var accept : List.of("", "identity", "deflate", "br;q=0, gzip;q=0", "*;q=0", "brotli")) {
            assertEquals("", header(style(accept), "Content-Encoding"), accept);
            assertArrayEquals(plain, style(accept).body(), accept);
        }
        assertEquals(3, List.of("br", "gzip", "").stream().map(accept -> header(style(accept), "ETag")).distinct().count(),
            "each form is known by a tag of its own");
    }

    @Test void who_has_it_already_gets_it_no_more() {
        for (var path : List.of(address("profiles.css"), "/static/profiles.css")) {
            var whole = browser.bytes("GET", path, "Accept-Encoding", "br");
            var again = browser.bytes("GET", path, "Accept-Encoding", "br", "If-None-Match", header(whole, "ETag"));
            var head = browser.bytes("HEAD", path, "Accept-Encoding", "br");

            assertEquals(304, again.statusCode());
            assertEquals(0, again.body().length);
            assertEquals(0, head.body().length);
            for (var name : List.of("ETag", "Cache-Control", "Content-Type")) {
                assertEquals(header(whole, name), header(again, name), name);
                assertEquals(header(whole, name), header(head, name), name);
            }
            assertEquals(String.valueOf(whole.body().length), header(head, "Content-Length"));
        }
    }

    @Test void by_its_plain_name_it_is_asked_for_each_time() {
        assertEquals("no-cache", browser.get("/static/profiles.css").header("Cache-Control"));
        assertEquals(browser.get(address("profiles.css")).body(), browser.get("/static/profiles.css").body());
    }

    @Test void a_page_of_another_release_finds_its_files_and_keeps_none_of_ours() {
        var mine = address("profiles.css");
        var theirs = mine.replaceFirst("[^/]{12}", "-_AAzz09AAAA");

        var answer = browser.get(theirs);

        assertEquals(200, answer.status());
        assertEquals("no-cache", answer.header("Cache-Control"), "else it would be kept as theirs for ever");
        assertEquals(browser.get(mine).body(), answer.body());
        assertEquals(304, browser.get(theirs, "If-None-Match", answer.header("ETag")).status());
    }

    @Test void crawlers_find_the_doors_and_are_told_to_leave_the_rest() {
        var told = browser.get("/robots.txt");

        assertEquals("text/plain;charset=utf-8", told.header("Content-Type"));
        assertTrue(told.body().contains("\nAllow: /accounts/login/$\n"), told::body);
        assertTrue(told.body().endsWith("\nDisallow: /\n"), told::body);
    }

    @Test void what_is_not_there_is_not_found() {
        var mine = address("profiles.css").split("/")[2];

        for (var path : List.of("/static/AAAAAAAAAAA/profiles.css", "/static/AAAAAAAAAAAA/nothing.css",
            "/static/AAAAAAAAAAAA/AAAAAAAAAAAA/profiles.css", "/static/" + mine + "/nothing.css", "/static/" + mine + "/",
            "/static/" + mine, "/static/",
            "/static/profiles.css.br", "/static/static.index", "/static/" + mine + "/" + mine + "/profiles.css",
            "/static/sqlite-jdbc.properties", "/static/swagger-ui", "/static/%C3%9F%3A%7C")) {
            assertEquals(404, browser.get(path).status(), path);
            assertEquals("no-store", browser.get(path).header("Cache-Control"), path);
        }
    }

    @Test void every_file_that_a_template_names_is_there_and_none_is_named_otherwise() throws IOException {
        try (var templates = Files.walk(Path.of("jte"))) {
            for (var template : templates.filter(file -> file.toString().endsWith(".jte")).toList()) {
                var text = Files.readString(template);
                all("asset\\(\"([^\"]*)\"\\)", text).forEach(AssetsTest::address);
                assertFalse(text.contains("/static/"), template + ": write ${page.asset(\"...\")}");
            }
        }
        assertThrows(NoSuchElementException.class, () -> address("nothing.css"));
    }

    @Test void what_a_style_sheet_names_is_there() throws IOException {
        try (var files = Files.walk(Path.of("target", "classes", "static"))) {
            for (var file : files.filter(each -> each.toString().endsWith(".css")).toList()) {
                var base = URI.create(address(Path.of("target", "classes", "static").relativize(file).toString()));
                for (var named : all("url\\(\\s*[\"']?(?!data:|#)([^\"')]+)", Files.readString(file)))
                    assertEquals(200, browser.get(base.resolve(named).toString()).status(), file + ": " + named);
            }
        }
    }

    private static String address(String name) {
        return service.graph().assets().path(name);
    }

    private HttpResponse<byte[]> style(String accept) {
        return browser.bytes("GET", address("profiles.css"), "Accept-Encoding", accept);
    }

    private List<String> loaded(String page) {
        return all("(?:href|src)=\"(/static/[^\"]+)\"", browser.get(page).body());
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern).matcher(text).results().map(found -> found.group(1)).distinct().toList();
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
