package profiles.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wait;

class MetricsTest extends SqliteServiceTest {
    private static final String TOKEN = "0123456789abcdef-of-tests";
    /** Of Prometheus' text format, version 0.0.4. */
    private static final Pattern LINE = Pattern.compile(
        "# (HELP|TYPE) [a-z_0-9]+ .+|[a-z_0-9]+(\\{[a-z_]+=\"[^\"]*\"(,[a-z_]+=\"[^\"]*\")*,?})? (-?[0-9.E-]+|NaN|[+-]Inf)");

    @Test void requests_are_counted_by_route_and_status_and_timed() {
        program.get("/healthz");
        program.get("/accounts/reset/1/secret-token/");
        program.get("/no/such/secret-path");
        program.get("/static/nothing");
        program.post("/accounts/login/", "username", "nobody", "password", "wrong");

        has("http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/healthz\"}");
        has("http_server_requests_seconds_bucket{method=\"GET\",status=\"200\",uri=\"/healthz\",le=\"10.0\"}");
        has("http_server_requests_seconds_count{method=\"GET\",status=\"410\",uri=\"/accounts/reset/{uid}/{token}/\"}");
        has("http_server_requests_seconds_count{method=\"ANY\",status=\"404\",uri=\"none\"}");
        has("http_server_requests_seconds_count{method=\"GET\",status=\"404\",uri=\"/static/<file>\"}");
        has("http_server_requests_seconds_count{method=\"POST\",status=\"422\",uri=\"/accounts/login/\"}");
        assertFalse(figures().contains("secret"), "neither paths nor tokens");
    }

    @Test void strangers_make_no_figures_of_their_own() {
        var methods = List.of("BREW", "PROPFIND", "OPTIONS", "TRACE", "DELETE", "get", "X".repeat(100));
        for (var method : methods) for (var path : List.of("/healthz", "/no/such/" + method, "/static/" + method))
            program.bytes(method, path);
        for (int i = 0; i < 50; i++) program.get("/no/such/" + i + "?q=" + i);
        program.bytes("HEAD", "/healthz");

        has("http_server_requests_seconds_count{method=\"ANY\",status=\"404\",uri=\"none\"}");
        var counted = figures().lines().filter(line -> line.startsWith("http_server_requests_seconds_count")).toList();
        assertFalse(counted.toString().contains("/no/such"), counted::toString);
        for (var method : methods.subList(0, 4)) assertFalse(counted.toString().contains(method), counted::toString);
        assertFalse(counted.toString().contains("XX"), counted::toString);
    }

    @Test void each_request_counts_once() {
        program.get("/healthz");
        var before = figure("http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/healthz\"}");

        for (int i = 0; i < 3; i++) program.get("/healthz");

        Wait.until("they are counted",
            () -> figure("http_server_requests_seconds_count{method=\"GET\",status=\"200\",uri=\"/healthz\"}") == before + 3);
    }

    @Test void documents_are_counted_and_what_was_wrong_with_the_others() {
        var stored = figure("profiles_uploads_stored_total");
        var bytes = figure("profiles_uploads_bytes_total");
        var member = program.register("uploader");

        member.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf()));
        member.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", new byte[0]));
        member.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.png()));

        assertEquals(stored + 1, figure("profiles_uploads_stored_total"));
        assertEquals(bytes + Samples.pdf().length, figure("profiles_uploads_bytes_total"));
        assertEquals(1, figure("profiles_uploads_refused_total{reason=\"size\"}"));
        assertEquals(1, figure("profiles_uploads_refused_total{reason=\"content\"}"));
        assertEquals(0, figure("profiles_uploads_refused_total{reason=\"virus\"}"));
    }

    @Test void pools_hashes_mails_sweep_and_the_machine_are_told_in_prometheus_text() {
        var answer = program.get("/metrics");

        assertEquals(200, answer.status());
        assertEquals("text/plain; version=0.0.4; charset=utf-8", answer.header("Content-Type").replace("charset=UTF-8", "charset=utf-8")
            .replace(";charset", "; charset"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertEquals(List.of(), answer.body().lines().filter(line -> !LINE.matcher(line).matches()).toList());
        var pool = service.graph().pools().writers().getPoolName();
        for (var name : List.of("hikaricp_connections_active{pool=\"" + pool + "\"}", "profiles_hashes_running", "profiles_hashes_waiting",
            "profiles_hashes_refused_total",
            "profiles_mails_sent_total", "profiles_mails_failed_total", "profiles_mails_waiting", "profiles_sweep_last_seconds",
            "profiles_sweep_removed_total",
            "jvm_memory_used_bytes{area=\"heap\"", "jvm_threads_live_threads", "process_uptime_seconds")) has(name);
        Wait.until("the first sweep is told", () -> figure("profiles_sweep_last_seconds") > 1_700_000_000);
    }

    @Test void who_asks_by_a_proxy_finds_nothing_without_the_token() {
        // ASVS 13.4.5: monitoring is not open to all. A proxy beside us comes from this machine, too.
        for (var header : List.of("X-Forwarded-For", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via")) {
            assertEquals(404, program.get("/metrics", header, "127.0.0.1").status(), header);
            assertEquals(404, browser.get("/metrics", header, "192.0.2.7").status(), header);
        }
        assertEquals(404, program.get("/metrics", "X-Forwarded-For", "").status(), "even when it says nothing");
        assertEquals(404, program.get("/metrics", "Via", "1.1 proxy", "Authorization", "Bearer null").status(), "there is no token");
    }

    @Test void with_the_token_anybody_may_ask() {
        try (var guarded = Service.on(engine, Map.of("METRICS_TOKEN", TOKEN, "TRUSTED_PROXIES", "127.0.0.1"))) {
            var far = guarded.program().from("192.0.2.7");

            assertEquals(200, far.get("/metrics", "Authorization", "Bearer " + TOKEN).status());
            assertEquals(404, far.get("/metrics").status());
            assertEquals(404, far.get("/metrics", "Authorization", "Bearer " + TOKEN + "x").status());
            assertEquals(404, far.get("/metrics", "Authorization", "Bearer ").status());
            assertEquals(200, guarded.program().get("/metrics").status(), "and this machine as before");
        }
    }

    private String figures() {
        return program.get("/metrics").body();
    }

    /** A request is counted when it is answered, and maybe a little after its answer has come. */
    private void has(String name) {
        Wait.until(name, () -> figures().lines().anyMatch(line -> line.startsWith(name)));
    }

    private double figure(String name) {
        return figures().lines().filter(line -> line.startsWith(name + " "))
            .mapToDouble(line -> Double.parseDouble(line.substring(name.length()))).findFirst().orElse(-1);
    }
}
