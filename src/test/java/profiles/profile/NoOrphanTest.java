package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.ServiceTest;

/** Whatever happens at once, the stored files are those that the profile names, and no others. */
class NoOrphanTest extends ServiceTest {
    private static final int AT_ONCE = 12;

    @Test void of_several_replacements_at_once_one_stays_and_the_others_leave_nothing() {
        try (var own = Service.on(engine)) {
            var member = own.program().register("ada");
            member.post("/profile/edit/", both("before"));

            var answers = atOnce(i -> member.post("/profile/edit/", both("at once " + i)));

            answers.forEach(answer -> assertEquals(200, answer.status(), answer::toString));
            var cv = assertWhole(own, member, 2);
            assertTrue(IntStream.range(0, AT_ONCE).anyMatch(i -> new String(cv).equals(new String(Samples.pdf("at once " + i)))),
                "the bytes of one of them");
        }
    }

    @Test void between_replacements_and_removals_at_once_nothing_is_left_either() {
        try (var own = Service.on(engine)) {
            var member = own.program().register("ada");

            atOnce(i -> member.post("/profile/edit/", i % 2 == 0 ? both("at once " + i) : new Form().text("cv-clear", "on")
                .text("certificate-clear", "on")))
                .forEach(answer -> assertEquals(200, answer.status(), answer::toString));

            assertWhole(own, member, named(member).size());
        }
    }

    @Test void a_replaced_file_that_could_not_go_goes_with_a_later_sweep() throws IOException {
        try (var own = Service.on(engine)) {
            var member = own.program().register("ada");
            member.post("/profile/edit/", new Form().file("cv", "old.pdf", "application/pdf", Samples.pdf("old")));
            var old = own.media().resolve("cvs/old.pdf");
            // A folder that is not empty cannot be deleted, by whomever.
            Files.delete(old);
            Files.createDirectories(old.resolve("in the way"));

            var answer = member.post("/profile/edit/", new Form().file("cv", "new.pdf", "application/pdf", Samples.pdf("new")));
            Files.delete(old.resolve("in the way"));
            Files.delete(old);
            Files.write(old, Samples.pdf("old"));

            assertEquals(200, answer.status(), answer::toString);
            assertEquals(0, own.graph().sweep().run().count(), "not yet: it might be on its way");
            own.clock().forward(Duration.ofMinutes(61));
            assertEquals(1, own.graph().sweep().run().count());
            member.login("ada", "correct horse");
            assertWhole(own, member, 1);
        }
    }

    /** @return the bytes of the CV; null when there is none */
    private static byte[] assertWhole(Service service, Client member, int files) {
        var named = named(member);
        assertEquals(files, named.size());
        assertEquals(named.values().stream().sorted().toList(), service.files());
        byte[] cv = null;
        for (var each : named.entrySet()) {
            var bytes = member.bytes("GET", "/media/" + each.getValue());
            assertEquals(200, bytes.statusCode());
            if (each.getKey().equals("cv")) cv = bytes.body();
            else assertArrayEquals(Samples.png(), bytes.body());
        }
        return cv;
    }

    /** The keys that the profile names, by field. */
    private static TreeMap<String, String> named(Client member) {
        var keys = new TreeMap<String, String>();
        var profile = member.get("/api/profile/").json();
        for (var field : List.of("cv", "certificate"))
            if (!profile.get(field).isNull()) keys.put(field, URI.create(profile.get(field).textValue()).getPath()
                .replaceFirst("/media/", ""));
        return keys;
    }

    private interface Sent {
        Answer by(int number);
    }

    private static List<Answer> atOnce(Sent sent) {
        var threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            var all = IntStream.range(0, AT_ONCE).mapToObj(i -> CompletableFuture.supplyAsync(() -> sent.by(i), threads)).toList();
            return all.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static Form both(String about) {
        return new Form().file("cv", "same.pdf", "application/pdf", Samples.pdf(about))
            .file("certificate", "same.png", "image/png", Samples.png());
    }
}
