package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Chromium.Screen;
import profiles.fixture.Chromium;
import profiles.fixture.Engine;
import profiles.fixture.Jar;

/** Pages of two other ports ask the service in a real browser: that of one is named in CORS_ORIGINS. */
@Timeout(180)
class CorsIT {
    private static final String JOB = """
        async service => {
          const json = {'Content-Type': 'application/json'}, said = [];
          const ask = async (method, path, body, headers) => {
            const answer = await fetch(service + path, {method, body, headers, credentials: 'include'});
            said.push(method + ' ' + path + ' ' + answer.status);
            return answer;
          };
          const newcomer = {username: 'spa', password1: 'correct horse', password2: 'correct horse'};
          await ask('POST', '/accounts/register/', JSON.stringify(newcomer), json);
          const tag = (await ask('GET', '/api/profile/')).headers.get('ETag');
          await ask('PATCH', '/api/profile/', JSON.stringify({full_name: 'Ada'}), {...json, 'If-Match': tag});
          await ask('PATCH', '/api/profile/', JSON.stringify({full_name: 'Late'}), {...json, 'If-Match': tag});
          const form = new FormData();
          form.append('cv', new File(['%PDF-1.4\\n%%EOF\\n'], 'spa.pdf', {type: 'application/pdf'}));
          const profile = await (await ask('PATCH', '/api/profile/', form)).json();
          const file = await ask('GET', new URL(profile.cv).pathname);
          said.push(profile.full_name, file.headers.get('Content-Disposition'), await file.text());
          return said;
        }""";
    private static final String REACH = """
        async service => {
          const json = {'Content-Type': 'application/json'}, said = [];
          const tries = [['/api/profile/', {}], ['/api/profile/', {method: 'PATCH', body: '{"full_name":"Mallory"}', headers: json}],
            ['/accounts/logout/', {method: 'POST', mode: 'no-cors'}]];
          for (const [path, how] of tries) {
            try {
              said.push((await fetch(service + path, {...how, credentials: 'include'})).status);
            } catch (blocked) {
              said.push(blocked.name);
            }
          }
          return said;
        }""";

    @TempDir
    static Path folder;
    private static HttpServer named, unnamed;
    private static Jar jar;
    private static Chromium chromium;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start();
        named = site();
        unnamed = site();
        var settings = Jar.settings(Engine.SQLITE, folder);
        settings.put("CORS_ORIGINS", origin(named));
        jar = Jar.ready(folder, settings);
    }

    @AfterAll
    static void stop() {
        if (jar != null) jar.close();
        for (var site : new HttpServer[] {named, unnamed}) if (site != null) site.stop(0);
        if (chromium != null) chromium.close();
    }

    @Test void a_page_of_a_named_origin_does_the_whole_job() {
        var page = chromium.window(jar, Screen.DESKTOP);
        page.navigate(origin(named));

        var output = (List<?>) page.evaluate(JOB, jar.address());

        assertEquals(List.of("POST /accounts/register/ 201", "GET /api/profile/ 200", "PATCH /api/profile/ 200", "PATCH /api/profile/ 412",
            "PATCH /api/profile/ 200",
            "GET /media/cvs/spa.pdf 200", "Ada", "inline; filename=\"spa.pdf\"", "%PDF-1.4\n%%EOF\n"), output);
    }

    @Test void a_page_of_another_origin_reads_nothing_and_changes_nothing() {
        var page = chromium.window(jar, Screen.DESKTOP);
        page.navigate(jar.address() + "/accounts/register/");
        page.getByLabel("User name").fill("victim");
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill("correct horse");
        page.getByLabel("The same password again").fill("correct horse");
        page.locator("main button").click();
        page.waitForURL(jar.address() + "/profile/edit/");

        page.navigate(origin(unnamed));
        var output = (List<?>) page.evaluate(REACH, jar.address());

        assertEquals(List.of("TypeError", "TypeError", "TypeError"), output);
        page.navigate(jar.address() + "/profile/edit/");
        assertTrue(page.url().endsWith("/profile/edit/"), "still signed in");
        assertEquals("", page.getByLabel("Full name").inputValue());
    }

    /** An empty page. */
    private static HttpServer site() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String origin(HttpServer site) {
        return "http://127.0.0.1:" + site.getAddress().getPort();
    }
}
