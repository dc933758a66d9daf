package profiles.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.MailServer;
import profiles.fixture.OnBothDatabases;
import profiles.fixture.Service;
import profiles.fixture.Wait;

/** A mailbox gets so many mails from us and no more, whoever names it and for whatever reason (ASVS 2.4.1). */
@OnBothDatabases
class MailboxLimitTest {
    @Parameter
    Engine engine;

    private MailServer mail;
    private Service service;

    @BeforeEach
    void start() {
        mail = new MailServer();
        service = Service.on(engine, Map.of("MAIL_URL", mail.url(), "THROTTLE", "on", "TRUSTED_PROXIES", "127.0.0.1"));
    }

    @AfterEach
    void stop() {
        service.close();
        mail.close();
    }

    @Test void a_strangers_mailbox_gets_ten_mails_an_hour_and_thirty_a_day() {
        for (int i = 0; i < 20; i++) service.program().from("198.51.100." + i).post("/accounts/register/", "username", "flood" + i,
            "email", (i % 2 == 0 ? "victim" : "Victim+" + i) + "@example.org", "password1", "correct horse", "password2", "correct horse");
        for (int i = 0; i < 5; i++) service.program().from("203.0.113." + i)
            .post("/accounts/password_reset/", "email", "victim@example.org");

        assertEquals(10, received());

        for (int hour = 1; hour < 24; hour++) {
            service.clock().forward(Duration.ofMinutes(59));
            service.program().from("192.0.2." + hour).post("/accounts/password_reset/", "email", "victim@example.org");
            assertTrue(received() <= 30);
        }
        assertEquals(30, received());
    }

    @Test void who_has_confirmed_the_address_is_served_first() {
        for (int i = 0; i < 12; i++) service.program().from("198.51.100." + i).post("/accounts/register/", "username", "other" + i,
            "email", "shared@example.org", "password1", "correct horse", "password2", "correct horse");
        received();
        service.db()
            .sqlUpdate(
            "insert into user_email (user_id, address, verified) select id, email, date_joined from auth_user where username = 'other11'")
            .execute();
        service.clock().forward(Duration.ofHours(2));
        received();
        service.clock().forward(Duration.ofHours(2));

        service.program().post("/accounts/password_reset/", "email", "shared@example.org");

        received();
        assertTrue(mail.to("shared@example.org").stream().anyMatch(each -> MailServer.text(each).startsWith("Hello other11,")));
    }

    @Test void other_mailboxes_do_not_wait_for_it() {
        for (int i = 0; i < 12; i++) post("full@example.org", i);
        post("free@example.org", 0);

        mail.await("free@example.org", 1);
        received();
        assertEquals(10, mail.to("full@example.org").size());
        assertEquals(2, service.graph().outbox().count(), "what is more waits");
    }

    /** How many there are, once all that may be sent is. A mail under delivery has an attempt, one that waits for its mailbox has none. */
    private int received() {
        Wait.until("nothing is due or under delivery", () -> service.db()
            .sqlQuery("select (select count(*) from reset_request) + (select count(*) from mail_outbox where due <= ? or attempts > 0)")
            .setParameters(service.clock().instant()).mapToScalar(Integer.class).findOne() == 0);
        return mail.all().length;
    }

    private void post(String to, int number) {
        service.graph().outbox().post(new MailMessage(to, "Mail " + number, "Hello", service.clock().instant().plus(Duration.ofDays(2))));
    }
}
