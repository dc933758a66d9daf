package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.Store;
import profiles.fixture.Uploader;

/** Two copies of the service on one MariaDB and one S3, and either ends amid the work: nothing acknowledged is lost. */
@Tag("serial")
@Timeout(180)
class TwoCopiesIT {
    private static final int SAVES = 12, TRIES = 50;

    @TempDir
    Path folder;

    private final AtomicReferenceArray<Jar> copies = new AtomicReferenceArray<>(2);
    private final Semaphore saved = new Semaphore(0);
    private volatile boolean enough;

    @Test void members_sign_in_on_one_and_edit_on_the_other_while_both_end_in_turn() throws Exception {
        var settings = Jar.settings(Engine.MARIADB, folder);
        settings.putAll(Store.S3.empty());
        for (int i = 0; i < 2; i++) copies.set(i, Jar.ready(folder, settings));
        try {
            var members = Stream.of("ada", "ben", "cleo").map(Member::new).toList();
            for (var member : members) member.begin();
            var work = members.stream().map(member -> CompletableFuture.runAsync(member::work)).toList();

            more();
            copies.get(0).terminate();
            more();
            assertTrue(copies.get(0).endsWithin(Duration.ofSeconds(30)));
            copies.set(0, Jar.ready(folder, settings));
            more();
            copies.get(1).kill();
            more();
            enough = true;
            for (var each : work) each.get(60, TimeUnit.SECONDS);

            for (var member : members) member.check(copies.get(0));
        } finally {
            for (int i = 0; i < 2; i++) copies.get(i).close();
        }
    }

    private void more() throws InterruptedException {
        saved.drainPermits();
        assertTrue(saved.tryAcquire(SAVES, 60, TimeUnit.SECONDS), "saves are acknowledged");
    }

    /** Goes from copy to copy, as a load balancer sends people; when one does not answer, on to the next with the same. */
    private final class Member {
        private final String name;
        private final Uploader uploader = new Uploader();
        private int count, turn;

        Member(String name) {
            this.name = name;
        }

        void begin() throws IOException {
            uploader.at(copies.get(0));
            uploader.register(name);
        }

        void work() {
            while (!enough) {
                count++;
                save();
                saved.release();
            }
        }

        private void save() {
            for (int tries = 0; tries < TRIES; tries++) {
                uploader.at(copies.get(++turn % 2));
                try {
                    uploader.patch(new Form().text("full_name", name + " " + count).file("cv", "cv.pdf", "application/pdf", cv()));
                    return;
                } catch (IOException ended) {
                    // Nobody has told whether it was done: to do it again changes nothing.
                }
            }
            throw new AssertionError("neither copy answers");
        }

        void check(Jar jar) throws IOException {
            uploader.at(jar);
            var profile = uploader.profile();
            assertEquals(name + " " + count, profile.get("full_name").textValue());
            assertArrayEquals(cv(), uploader.download(profile.get("cv").textValue()));
        }

        private byte[] cv() {
            return Samples.pdf(name + " " + count);
        }
    }
}
