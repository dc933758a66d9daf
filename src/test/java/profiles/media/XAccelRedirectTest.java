package profiles.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Nginx;
import profiles.fixture.Samples;
import profiles.fixture.Service;

/** MEDIA_ACCEL, with a real nginx that is set up as the manual says. */
class XAccelRedirectTest {
    private static final byte[] PDF = Samples.pdf(100_000);

    @TempDir
    static Path folder;
    private static Service service;
    private static Client owner;
    private static String cv, seal;

    @BeforeAll
    static void start() {
        service = Service.on(Engine.SQLITE, Map.of("MEDIA_ACCEL", "/protected/", "BASE_URL", "https://profiles.example.org", "CORS_ORIGINS",
            "https://app.example.org"));
        owner = service.program().register("owner");
        var answer = owner.post("/profile/edit/", new Form().file("cv", "100% Größe+?#.pdf", "application/pdf", PDF)
            .file("certificate", "seal.png", "image/png", Samples.png()),
            "Cookie", cookie(owner));
        cv = URI.create(answer.json().get("cv").textValue()).getRawPath();
        seal = URI.create(answer.json().get("certificate").textValue()).getRawPath();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test void the_service_names_the_file_and_sends_no_byte_of_it() {
        var file = owner.bytes("GET", cv, "Cookie", cookie(owner), "Range", "bytes=0-3", "If-None-Match", "*");

        assertEquals(200, file.statusCode());
        assertEquals(0, file.body().length);
        assertEquals("/protected" + cv.substring("/media".length()), file.headers().firstValue("X-Accel-Redirect").orElse(null));
        assertTrue(cv.contains("%C3%B6"), cv);
    }

    @Test void nginx_sends_the_owner_bytes_and_ranges_with_all_that_is_said_of_them() throws Exception {
        try (var nginx = Nginx.before(service, folder)) {
            var whole = ask(nginx, "GET", cv, "Cookie", cookie(owner));
            var part = ask(nginx, "GET", cv, "Cookie", cookie(owner), "Range", "bytes=-10");

            assertEquals(200, whole.statusCode());
            assertArrayEquals(PDF, whole.body());
            assertEquals(206, part.statusCode());
            assertArrayEquals(Arrays.copyOfRange(PDF, PDF.length - 10, PDF.length), part.body());
            for (var answer : Arrays.asList(whole, part, ask(nginx, "HEAD", cv, "Cookie", cookie(owner)))) described(answer);
            var etag = header(whole, "ETag");
            assertEquals(304, ask(nginx, "GET", cv, "Cookie", cookie(owner), "If-None-Match", etag).statusCode());
            assertEquals(206, ask(nginx, "GET", cv, "Cookie", cookie(owner), "Range", "bytes=0-0", "If-Range", etag).statusCode());
            assertEquals(416, ask(nginx, "GET", cv, "Cookie", cookie(owner), "Range", "bytes=100000-").statusCode());
            assertTrue(header(ask(nginx, "GET", seal, "Cookie", cookie(owner)), "Content-Security-Policy").contains("sandbox"),
                "each kind has its own policy");
            assertTrue(header(ask(nginx, "GET", cv + "?download", "Cookie", cookie(owner)), "Content-Disposition")
                .startsWith("attachment;"));
        }
    }

    @Test void a_named_origin_may_read_through_nginx_too() throws Exception {
        try (var nginx = Nginx.before(service, folder)) {
            var named = ask(nginx, "GET", cv, "Cookie", cookie(owner), "Origin", "https://app.example.org");
            var other = ask(nginx, "GET", cv, "Cookie", cookie(owner), "Origin", "https://evil.example.org");

            assertArrayEquals(PDF, named.body());
            assertEquals("https://app.example.org", header(named, "Access-Control-Allow-Origin"));
            assertEquals("true", header(named, "Access-Control-Allow-Credentials"));
            assertTrue(header(named, "Access-Control-Expose-Headers").contains("Content-Disposition"));
            assertEquals("cross-origin", header(named, "Cross-Origin-Resource-Policy"));
            for (var answer : new HttpResponse<?>[] {named, other})
                assertTrue(String.join(",", answer.headers().allValues("Vary")).contains("Origin"));
            assertNull(header(other, "Access-Control-Allow-Origin"));
            assertEquals("same-origin", header(other, "Cross-Origin-Resource-Policy"));
        }
    }

    private static void described(HttpResponse<byte[]> answer) {
        assertEquals("application/pdf", header(answer, "Content-Type"));
        assertTrue(header(answer, "Content-Disposition").matches(
            "inline; filename=\"100_Grosse\\+#\\.pdf\"; filename\\*=UTF-8''100_Gr%C3%B6%C3%9Fe%2B%23\\.pdf"),
            header(answer, "Content-Disposition"));
        assertEquals("private, no-cache", header(answer, "Cache-Control"));
        assertEquals("bytes", header(answer, "Accept-Ranges"));
        for (var name : new String[] {"X-Content-Type-Options", "X-Frame-Options", "Referrer-Policy", "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Strict-Transport-Security", "Content-Security-Policy"}) assertEquals(1, answer.headers().allValues(name).size(), name);
        assertTrue(header(answer, "Content-Security-Policy").startsWith("default-src 'none'; "));
        assertFalse(answer.headers().map().containsKey("x-accel-redirect"));
    }

    @Test void nobody_else_gets_any_and_the_location_opens_by_no_other_way() throws Exception { // ASVS 8.2.2
        var stranger = service.program().register("stranger");
        try (var nginx = Nginx.before(service, folder)) {
            assertEquals(404, ask(nginx, "GET", cv, "Cookie", cookie(stranger)).statusCode());
            assertEquals(401, ask(nginx, "GET", cv).statusCode());
            for (var path : new String[] {"/protected" + cv.substring("/media".length()), "/protected/", "/protected",
                "/x/../protected" + cv.substring("/media".length()), "//protected/cvs/"})
                assertEquals(404, ask(nginx, "GET", path, "Cookie", cookie(owner)).statusCode(), path);
        }
    }

    private static String cookie(Client client) {
        return "__Host-session=" + client.cookie("__Host-session");
    }

    private static HttpResponse<byte[]> ask(Nginx nginx, String method, String path, String... headers)
        throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(nginx.address() + path)).method(method, BodyPublishers.noBody())
            .header("Accept", "application/json");
        for (int i = 0; i < headers.length; i += 2) request.header(headers[i], headers[i + 1]);
        return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
