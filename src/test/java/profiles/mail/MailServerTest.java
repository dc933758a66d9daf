package profiles.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.MailServer;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** What a mail server may answer, and what it must offer. */
class MailServerTest {

    @Test void an_address_that_is_unknown_over_there_is_not_tried_again() throws Exception {
        try (var log = new Log(MailSender.class.getName()); var refusing = new RefusingMailServer();
                var sender = Service.on(Engine.SQLITE, Map.of("MAIL_URL", refusing.url()))) {
            sender.browser().register("ann");

            Wait.until("it is given up", () -> log.contains("is given up") && sender.graph().outbox().isEmpty());
            assertTrue(log.contains("no such user here"), log.toString());
        }
    }

    /** ASVS 12.3.1: where no TLS is offered, or somebody in between hides the offer, the password stays here. */
    @Test void a_password_for_the_mail_server_does_not_travel_in_the_clear() {
        try (var log = new Log(MailSender.class.getName()); var server = new MailServer();
                var sender = Service.on(Engine.SQLITE, Map.of("MAIL_URL", "smtp://user:secret@127.0.0.1:" + server.port()))) {
            sender.browser().register("ann");

            Wait.until("it is tried", () -> log.contains("STARTTLS is required but"));
            assertEquals(0, server.all().length);
        }
    }

    /** ASVS 12.3.2: a certificate that nobody vouches for is no mail server of ours. */
    @Test void a_mail_server_must_prove_its_name() throws Exception {
        try (var log = new Log(MailSender.class.getName()); var server = new MailServer(0, "smtps");
                var sender = Service.on(Engine.SQLITE, Map.of("MAIL_URL", "smtps://127.0.0.1:" + server.port()))) {
            sender.browser().register("ann");

            Wait.until("it is tried", () -> log.contains("could not be delivered"));
            assertTrue(log.contains("certification path") || log.contains("No subject alternative"), log.toString());
            assertEquals(0, server.all().length);
        }
    }
}
