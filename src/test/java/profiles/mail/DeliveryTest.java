package profiles.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Answer;
import profiles.fixture.Engine;
import profiles.fixture.Log;
import profiles.fixture.MailServer;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;
import profiles.fixture.Wait;
import profiles.mail.query.QOutgoingMail;

/** A mail is delivered, whatever happens to the mail server or to us, or its loss is told. */
@OnBothDatabases
class DeliveryTest {
    @Parameter
    Engine engine;

    private MailServer mail;
    private Service service;

    /** At first there is no mail server where the settings say. */
    @BeforeEach
    void start() {
        mail = new MailServer();
        mail.close();
        service = Service.on(engine, Map.of("MAIL_URL", mail.url()));
    }

    @AfterEach
    void stop() {
        service.close();
        mail.close();
    }

    /** ASVS 6.3.8 also in hard times: the answer neither waits for the mail server nor tells of it. */
    @Test void nobody_waits_for_a_mail_server_that_is_down() {
        service.browser().register("ann");
        tried("ann@example.org", 1);

        var known = service.browser().post("/accounts/password_reset/", "email", "ann@example.org");
        var unknown = service.browser().post("/accounts/password_reset/", "email", "bob@example.org");

        assertEquals(303, known.status());
        assertEquals(cookies(known), cookies(unknown));
        assertEquals(known.location(), unknown.location());
    }

    /** Without the second at which they expire, which may differ. */
    private static List<String> cookies(Answer answer) {
        return answer.headers("Set-Cookie").stream().map(cookie -> cookie.replaceFirst("Expires=[^;]*", "")).toList();
    }

    @Test void a_mail_is_tried_again_after_pauses_that_grow() {
        service.browser().register("ann");
        tried("ann@example.org", 1);
        service.clock().forward(Duration.ofSeconds(61));
        tried("ann@example.org", 2);
        service.clock().forward(Duration.ofSeconds(61));

        var third = new QOutgoingMail(service.db()).findOne();
        assertTrue(third.due.isAfter(service.clock().instant().plusSeconds(30)), "two minutes this time");

        back();
        service.clock().forward(Duration.ofSeconds(61));
        assertEquals(1, mail.await("ann@example.org", 1).size());
        Wait.until("what is sent is gone", this::empty);
    }

    @Test void pauses_grow_up_to_a_quarter_of_a_day() {
        assertEquals(Duration.ofMinutes(1), OutgoingMail.pause(1));
        assertEquals(Duration.ofMinutes(2), OutgoingMail.pause(2));
        assertEquals(Duration.ofMinutes(256), OutgoingMail.pause(9));
        assertEquals(Duration.ofHours(6), OutgoingMail.pause(10));
        assertEquals(Duration.ofHours(6), OutgoingMail.pause(1000));
    }

    @Test void a_mail_survives_a_restart() {
        service.browser().register("ann");
        tried("ann@example.org", 1);
        service.stop();

        back();
        service.clock().forward(Duration.ofSeconds(61));
        var again = service.copy(Map.of());

        assertEquals(1, mail.await("ann@example.org", 1).size());
        Wait.until("what is sent is gone", again.graph().outbox()::isEmpty);
        again.stop();
    }

    @Test void a_mail_whose_delivery_a_crash_cut_short_is_sent_later() {
        back();
        // What a copy of the service leaves that dies while it delivers.
        var now = service.clock().instant();
        var message = new MailMessage("ann@example.org", "Left", "Hello", now.plus(Duration.ofDays(1)));
        var left = new OutgoingMail(message, now.plus(Duration.ofMinutes(10)));
        left.attempts = 1;
        service.db().save(left);

        service.clock().forward(Duration.ofMinutes(11));

        mail.await("ann@example.org", "Left");
    }

    @Test void several_copies_of_the_service_send_a_mail_once() {
        back();
        var other = service.copy(Map.of());
        var outbox = service.graph().outbox();
        for (int i = 0; i < 40; i++) {
            outbox.post(new MailMessage("ann" + i + "@example.org", "One", "Hello", service.clock().instant().plusSeconds(3600)));
            other.graph().wakeUpSignal().signal();
        }

        Wait.until("all are sent", this::empty);
        other.stop();
        service.stop();

        assertEquals(40, mail.all().length);
        for (int i = 0; i < 40; i++) assertEquals(1, mail.to("ann" + i + "@example.org").size());
    }

    @Test void a_mail_that_is_of_no_use_any_more_is_given_up_and_the_log_says_so() {
        try (var log = new Log(MailSender.class.getName())) {
            service.browser().register("ann");
            tried("ann@example.org", 1);
            back();

            service.clock().forward(Duration.ofDays(2));

            Wait.until("it is given up", () -> log.contains("(\"Is this your e-mail address?\" to somebody at example.org) is given up"));
            assertTrue(empty());
            assertEquals(0, mail.all().length);
        }
    }

    private void back() {
        mail = new MailServer(mail.port());
    }

    private void tried(String address, int times) {
        Wait.until("it is tried " + times + " times, and waits", () -> new QOutgoingMail(service.db()).recipient.eq(address)
            .attempts.eq(times).due.lessThan(service.clock().instant().plus(Duration.ofMinutes(9))).exists());
    }

    private boolean empty() {
        return service.graph().outbox().isEmpty();
    }
}
