package profiles.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailConfigTest {

    @Test void a_first_run_needs_no_mail_server() {
        var mail = read(Map.of());

        assertTrue(mail.toLog());
        assertEquals("Profiles <noreply@localhost>", mail.from());
    }

    @Test void a_url_names_the_server_and_who_we_are_there() {
        var mail = read(Map.of("MAIL_URL", "smtp://me%40example.org:p+w%2F%3A@mail.example.org:2525", "BASE_URL",
            "https://profiles.example.org:8443"));

        assertEquals("mail.example.org", mail.host());
        assertEquals(2525, mail.port());
        assertEquals("me@example.org", mail.user());
        assertEquals("p+w/:", mail.password());
        assertEquals("Profiles <noreply@profiles.example.org>", mail.from());
        assertEquals("smtp://mail.example.org:2525", mail.toString());
    }

    @Test void ports_are_those_of_submission() {
        assertEquals(587, read(Map.of("MAIL_URL", "smtp://mail.example.org")).port());
        assertEquals(465, read(Map.of("MAIL_URL", "smtps://mail.example.org/")).port());
        assertNull(read(Map.of("MAIL_URL", "smtp://mail.example.org")).user());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mail.example.org", "smtp:", "smtp://", "http://mail.example.org", "smtp://secret@mail.example.org",
        "smtp://u:secret@",
        "smtp://u:se cret@mail.example.org", "smtp://mail.example.org:99999", "smtp://mail.example.org/secret",
        "smtp://u:secret/@mail.example.org",
        "log:secret", "smtp://u:secret%@mail.example.org"})
    void a_wrong_url_is_named_at_start_without_its_password(String url) {
        var refused = assertThrows(StartupException.class, () -> read(Map.of("MAIL_URL", url)));

        assertTrue(refused.getMessage().contains("\n  MAIL_URL: is neither log: nor like smtp://"), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Profiles <a@b@c>", "a@example.org, b@example.org", "Profiles <>"})
    void a_wrong_sender_is_named_at_start(String from) {
        assertTrue(assertThrows(StartupException.class, () -> read(Map.of("MAIL_FROM", from))).getMessage()
            .contains("\n  MAIL_FROM: \"" + from + "\" is not"));
    }

    private static MailConfig read(Map<String, String> environment) {
        var settings = new Environment(environment);
        var config = Config.read(settings);
        settings.throwIfInvalid();
        return config.mail();
    }
}
