package profiles.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.Service;
import profiles.fixture.Tls;
import profiles.fixture.Wait;

/** A mail server with a certificate that nobody vouches for, such as the one that Postfix makes for itself. */
class StartTlsTest {
    @TempDir
    Path folder;

    /** RFC 7435: else the mail would travel in the clear, or never. */
    @Test void without_a_password_any_certificate_is_better_than_none() throws Exception {
        try (var server = new StartTlsServer(new Tls(folder)); var service = Service.on(Engine.SQLITE,
            Map.of("MAIL_URL", "smtp://localhost:" + server.port()))) {
            service.browser().register("ann");

            Wait.until("the mail is taken", () -> server.taken() == 1);
            assertEquals(1, server.secured());

            var check = Run.of(service.settings(), "", "check");
            assertTrue(check.out()
                .contains("is reached. Mail travels over TLS with any certificate; with a password, or with smtps://, it is verified."),
                check.out());
        }
    }

    /** ASVS 12.3.2. */
    @Test void a_password_goes_to_a_server_with_a_verified_certificate_alone() throws Exception {
        try (var log = new Log(MailSender.class.getName()); var server = new StartTlsServer(new Tls(folder));
                var service = Service.on(Engine.SQLITE, Map.of("MAIL_URL", "smtp://user:secret@localhost:" + server.port()))) {
            service.browser().register("ann");

            Wait.until("it is tried", () -> log.contains("could not be delivered"));
            assertEquals(0, server.taken());
            var check = Run.of(service.settings(), "", "check");
            assertTrue(check.out().contains("its certificate must bear this name, and be of an authority that Java trusts"), check.out());
            assertTrue(check.out().contains("only smtp:// without a password takes any"), check.out());
        }
    }

    @Test void links_that_lead_to_this_machine_alone_are_told_at_start_and_by_check() throws Exception {
        try (var log = new Log("profiles.startup.StartupChecks"); var server = new StartTlsServer(new Tls(folder));
                var service = Service.on(Engine.SQLITE, Map.of("MAIL_URL", "smtp://localhost:" + server.port()))) {
            assertTrue(log.contains("BASE_URL is not set, so links in mails lead to http://127.0.0.1:0"), log.toString());
            var check = Run.of(service.settings(), "", "check");
            assertEquals(1, check.code());
            assertTrue(check.out()
                .contains("WRONG  BASE_URL: is not set, so links in mails lead to http://127.0.0.1:0, which is of no use elsewhere."),
                check.out());
        }
    }
}
