package profiles.antivirus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.StrangeClamd;

/** More uploads at once than clamd can look at. */
@Tag("serial")
class CrowdedClamdTest extends SqliteServiceTest {
    private static final int MANY = 30;

    private final ExecutorService threads = Executors.newFixedThreadPool(MANY);

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test void few_wait_for_it_and_the_service_answers() {
        try (var mute = StrangeClamd.mute(); var own = Service.on(engine, Map.of("CLAMD_SECONDS", "2", "CLAMD_URL", mute.url()))) {
            var uploads = uploads(own);
            CompletableFuture.anyOf(uploads.toArray(CompletableFuture[]::new)).join();
            var begun = Instant.now();
            assertEquals(200, own.program().get("/healthz").status());

            assertTrue(Duration.between(begun, Instant.now()).toMillis() < 1_500);
            for (var upload : uploads) {
                assertEquals(503, upload.join().status());
                assertEquals("30", upload.join().header("Retry-After"));
            }
            assertTrue(mute.most() <= 8, "four at once, and four that have just left: " + mute.most());
        }
    }

    @Test void nobody_gets_a_file_past_it_by_sending_many() {
        try (var mute = StrangeClamd.mute();
             var own = Service.on(engine, Map.of("CLAMD_SECONDS", "1", "CLAMD_OPTIONAL", "true", "CLAMD_URL", mute.url()))) {
            var statuses = uploads(own).stream().map(upload -> upload.join().status()).toList();

            assertTrue(statuses.stream().filter(status -> status == 503).count() >= 10, "the line has twenty places: " + statuses);
        }
    }

    private List<CompletableFuture<Answer>> uploads(Service to) {
        var made = to.program().register("ada").send("POST", "/accounts/tokens/", "application/json",
            "{\"name\":\"x\",\"read_only\":false}");
        var token = "Bearer " + made.json().get("token").textValue();
        var program = to.program();
        var form = new Form().file("cv", "new.pdf", "application/pdf", Samples.pdf());
        return IntStream.range(0, MANY)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> program.post("/profile/edit/", form, "Authorization", token), threads))
            .toList();
    }
}
