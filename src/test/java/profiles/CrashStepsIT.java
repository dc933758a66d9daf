package profiles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.Halting.Point;
import profiles.fixture.Client;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.Uploader;

/** The promise about files, step by step: wherever a save or a deletion breaks off, the profile names a file that is there, whole. */
@OnBothDatabases
@Timeout(60)
class CrashStepsIT {
    private static final byte[] OLD = Samples.pdf("old"), NEW = Samples.pdf("new");

    @Parameter
    Engine engine;

    /** The service that comes after the crash removes what is in it. */
    @TempDir(cleanup = CleanupMode.NEVER)
    Path folder;

    @ParameterizedTest
    @EnumSource(Point.class)
    void a_replaced_document_is_the_old_or_the_new_one(Point at) throws Exception {
        try (var after = crash(at, member -> member.patch(cv("new.pdf", NEW)))) {
            var kept = at.ordinal() > Point.BEFORE_COMMIT.ordinal() ? "new" : "old";

            assertHas(after, kept);
            assertEquals(at == Point.BEFORE_STORE ? List.of("cvs/old.pdf") : at == Point.DISCARDED ? List.of("cvs/new.pdf")
                : List.of("cvs/new.pdf", "cvs/old.pdf"), hers(after), "it broke off where it was meant to");
            assertEquals(at.ordinal() < Point.STORED.ordinal() ? 1 : 0, incoming(after).size(),
                "the form is on its way until its file is the document");
            aDayLater(after);
            assertHas(after, kept);
            assertEquals(List.of("cvs/" + kept + ".pdf"), hers(after));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Point.class, names = {"BEFORE_COMMIT", "BEFORE_DISCARD"})
    void a_cleared_document_is_there_or_not(Point at) throws Exception {
        try (var after = crash(at, member -> member.patch(new Form().text("cv-clear", "on")))) {
            if (at == Point.BEFORE_COMMIT) assertHas(after, "old");
            else assertTrue(ada(after).get("/api/profile/").json().get("cv").isNull());
            assertEquals(List.of("cvs/old.pdf"), hers(after));

            aDayLater(after);
            assertEquals(at == Point.BEFORE_COMMIT ? List.of("cvs/old.pdf") : List.of(), hers(after));
        }
    }

    @Test void an_account_that_is_deleted_half_is_there_whole() throws Exception {
        try (var after = crash(Point.BEFORE_COMMIT, CrashStepsIT::leave)) {
            aDayLater(after);

            assertHas(after, "old");
            assertEquals(List.of("cvs/old.pdf"), hers(after));
        }
    }

    @Test void the_documents_of_a_deleted_account_go_at_the_latest_a_day_later() throws Exception {
        try (var after = crash(Point.BEFORE_DISCARD, CrashStepsIT::leave)) {
            assertEquals(422, after.program().post("/accounts/login/", "username", "ada", "password", "correct horse").status());
            assertEquals(List.of("cvs/old.pdf"), hers(after));
            aDayLater(after);

            assertEquals(List.of(), hers(after));
        }
    }

    private interface Work {
        void accept(Uploader member) throws IOException;
    }

    /** @return another service on what is left */
    private Service crash(Point at, Work work) throws IOException {
        var settings = Jar.settings(engine, folder);
        settings.put(Halting.AT, at.name());
        try (var jar = Jar.of(Halting.class, folder, settings)) {
            var member = new Uploader();
            member.at(jar);
            // The sweep removes nothing while no document is named at all.
            var other = new Uploader();
            other.at(jar);
            other.register("ben");
            other.patch(cv("bens.pdf", OLD));
            member.register("ada");
            member.patch(cv("old.pdf", OLD));
            Files.createFile(folder.resolve(Halting.ARMED));

            try {
                work.accept(member);
            } catch (IOException cutOff) {
                // A file that is replaced is removed while the response is on its way, so either may come first.
            }
            assertEquals(Halting.CODE, jar.exit());
        }
        return Service.on(settings);
    }

    private static List<String> hers(Service service) {
        return service.files().stream().filter(key -> !key.equals("cvs/bens.pdf")).toList();
    }

    private static void leave(Uploader member) throws IOException {
        member.send("POST", "/accounts/delete/", "application/x-www-form-urlencoded", BodyPublishers.ofString("password=correct+horse"));
    }

    private static void assertHas(Service service, String name) {
        var member = ada(service);
        var url = member.get("/api/profile/").json().get("cv").textValue();

        assertTrue(url.endsWith("/media/cvs/" + name + ".pdf"), url);
        assertArrayEquals(name.equals("old") ? OLD : NEW, member.bytes("GET", "/media/cvs/" + name + ".pdf").body());
    }

    private static Client ada(Service service) {
        var member = service.program();
        member.login("ada", "correct horse");
        return member;
    }

    /** What a crash leaves is tidied once it cannot be on its way any more. */
    private static void aDayLater(Service service) throws IOException {
        service.clock().forward(Duration.ofHours(25));
        service.graph().sweep().run();
        service.graph().incoming().deleteOld();
        assertEquals(List.of(), incoming(service));
    }

    private static List<Path> incoming(Service service) throws IOException {
        try (var files = Files.list(service.media().resolve(".incoming"))) {
            return files.toList();
        }
    }

    private static Form cv(String name, byte[] bytes) {
        return new Form().file("cv", name, "application/pdf", bytes);
    }
}
