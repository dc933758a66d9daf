package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Ledger;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Samples;
import profiles.fixture.Service;

/** Files that Django stored become the service's when one profile names them and nothing else does. */
@OnBothDatabases
class MediaAdoptionTest {
    @Parameter
    private Engine engine;

    @Test void files_of_one_profile_alone_are_adopted_and_all_others_are_counted() throws IOException {
        try (var service = Service.on(engine)) {
            service.program().register("own").post("/profile/edit/", new Form().file("cv", "own.pdf", "application/pdf", Samples.pdf()));
            service.db().sqlUpdate("create table jobs_application (id integer primary key, cv varchar(100))").execute();
            service.db().sqlUpdate("insert into jobs_application (id, cv) values (1, 'cvs/applied.pdf')").execute();
            for (var key : List.of("cvs/single.pdf", "cvs/2024/05/dated.pdf", "cvs/twice.pdf", "cvs/applied.pdf", "cvs/Case.pdf",
                "cvs/slashes.pdf", "cvs/u\u0308ber.pdf", "cvs/unnamed.pdf")) put(service, key);
            name(service, "a", "cvs/single.pdf");
            name(service, "b", "cvs/2024/05/dated.pdf");
            name(service, "c", "cvs/twice.pdf");
            name(service, "d", "cvs//twice.pdf");
            name(service, "e", "cvs/applied.pdf");
            name(service, "f", "cvs/case.pdf");
            name(service, "g", "cvs//slashes.pdf");
            name(service, "h", "cvs/\u00fcber.pdf");
            name(service, "i", "cvs/lost.pdf");
            var all = service.files();
            var numbers = """
                2 named by one profile and nothing else
                1 in the ledger already
                1 named by several profiles
                1 named by another table, too
                3 named in another spelling: case, accents or slashes
                1 named, and not there
                3 named by no profile
                """;

            var check = Run.of(service.settings(), "", "check");
            var dry = Run.of(service.settings(), "", "adopt", "--dry-run");

            assertTrue(check.out().contains("warn   9 documents of profiles were not stored by the service, so it never deletes them."),
                check.out());
            assertEquals(new Run(0, "cvs/2024/05/dated.pdf\ncvs/single.pdf\n" + numbers, ""), dry);
            assertEquals(Map.of("cvs/own.pdf", "kept"), Ledger.states(service));

            assertEquals(dry, Run.of(service.settings(), "", "adopt"));
            assertEquals(List.of("cvs/2024/05/dated.pdf", "cvs/own.pdf", "cvs/single.pdf"), Ledger.keys(service));
            var again = Run.of(service.settings(), "", "adopt");
            assertTrue(again.out().startsWith("0 named by one profile and nothing else\n3 in the ledger already\n"), again.out());
            assertEquals(all, service.files());
        }
    }

    @Test void an_adopted_file_is_deleted_once_it_is_replaced_and_one_that_was_not_adopted_stays() throws IOException {
        try (var service = Service.on(engine)) {
            for (var user : List.of("a", "b")) {
                put(service, "cvs/" + user + ".pdf");
                name(service, user, "cvs/" + user + ".pdf");
            }
            put(service, "cvs/c.pdf");
            assertEquals(0, Run.of(service.settings(), "", "adopt").code());
            name(service, "c", "cvs/c.pdf");

            for (var user : List.of("a", "c")) {
                var client = service.program();
                client.login(user, "correct horse");
                client.post("/profile/edit/", new Form().text("cv-clear", "on"));
            }
            service.clock().forward(Duration.ofDays(3));
            service.graph().sweep().run();

            assertEquals(List.of("cvs/b.pdf", "cvs/c.pdf"), service.files());
        }
    }

    @Test void check_says_nothing_where_all_documents_are_the_services_own() {
        try (var service = Service.on(engine)) {
            service.program().register("own").post("/profile/edit/", new Form().file("cv", "own.pdf", "application/pdf", Samples.pdf()));

            assertFalse(Run.of(service.settings(), "", "check").out().contains("adopt"));
        }
    }

    private static void name(Service service, String user, String key) {
        service.program().register(user);
        service.db().sqlUpdate("update profiles_profile set cv = ? where user_id = (select id from auth_user where username = ?)")
            .setParameters(key, user).execute();
    }

    private static void put(Service service, String key) throws IOException {
        var file = service.media().resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, Samples.pdf(key));
    }
}
