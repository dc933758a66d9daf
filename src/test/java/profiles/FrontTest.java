package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Front;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Tls;

/** The service behind a real web server with HTTPS, set up as the project's example for it says. */
class FrontTest {
    private static final String FORM = "application/x-www-form-urlencoded",
        NEWCOMER = "username=ada&password1=correct+horse&password2=correct+horse";

    @TempDir
    Path folder;

    private HttpClient visitor;
    private String address;

    @ParameterizedTest
    @EnumSource
    void visitors_sign_in_and_bring_documents_by_https(Front front) throws Exception {
        var pdf = Samples.pdf(3_000_000);
        var tls = new Tls(folder);
        var port = Front.freePort();
        address = "https://localhost:" + port;
        visitor = HttpClient.newBuilder().sslContext(tls.trusting()).cookieHandler(new CookieManager()).build();
        var settings = Map.of("BASE_URL", address, "TRUSTED_PROXIES", "127.0.0.1", "MEDIA_ACCEL", front == Front.NGINX ? "/protected/"
            : "");
        try (var service = Service.on(Engine.SQLITE, settings); var server = front.before(service, tls, folder, port)) {
            var registered = send("POST", "/accounts/register/", FORM, NEWCOMER.getBytes());
            assertEquals(303, registered.statusCode());
            assertEquals("/profile/edit/", path(registered));
            assertTrue(header(registered, "Set-Cookie").matches("__Host-.*Secure.*"), header(registered, "Set-Cookie"));
            assertTrue(header(registered, "Strict-Transport-Security").startsWith("max-age="));

            var form = new Form().text("full_name", "Ada").file("cv", "cv.pdf", "application/pdf", pdf);
            assertEquals(303, send("POST", "/profile/edit/", form.type(), form.bytes()).statusCode());

            var profile = JsonMapper.builder().build().readTree(send("GET", "/api/profile/", "application/json", new byte[0]).body());
            assertEquals(address + "/media/cvs/cv.pdf", profile.get("cv").textValue());
            var part = send("GET", "/media/cvs/cv.pdf", FORM, new byte[0], "Range", "bytes=1000000-1999999");
            assertEquals(206, part.statusCode());
            assertArrayEquals(Arrays.copyOfRange(pdf, 1_000_000, 2_000_000), part.body());
            assertTrue(part.headers().firstValue("X-Accel-Redirect").isEmpty());
            var devices = new String(send("GET", "/accounts/sessions/", "application/json", new byte[0], "Accept", "application/json",
                "X-Forwarded-For", "203.0.113.7").body());
            assertTrue(devices.contains("127.0.0.1") && !devices.contains("203.0.113.7"), "nobody says of himself where he is: " + devices);
        }
    }

    private HttpResponse<byte[]> send(String method, String path, String type, byte[] body, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address + path)).header("Content-Type", type)
            .method(method, BodyPublishers.ofByteArray(body));
        if (headers.length > 0) request.headers(headers);
        return visitor.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static String path(HttpResponse<?> answer) {
        return header(answer, "Location").replaceFirst("https://[^/]+", "");
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
