package profiles.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When two addresses are one mailbox, and when they only look so. */
class MailAddressTest {
    @ParameterizedTest
    @CsvSource({"ada@example.org, ADA@EXAMPLE.ORG", "info@faß.de, info@xn--fa-hia.de", "info@faß.de, info@XN--FA-HIA.de",
        "a@bücher.example, a@BÜCHER.example",
        "a@bücher.example, a@bu\u0308cher.example", "zoë@example.org, ZOE\u0308@example.org", "a@\uFF45xample.org, a@example.org",
        "a@example\u3002org, a@example.org"})
    void one_mailbox(String one, String other) {
        assertEquals(MailAddress.folded(one), MailAddress.folded(other));
    }

    @ParameterizedTest
    @CsvSource({"info@faß.de, info@fass.de", "m\u0130ke@example.org, mike@example.org", "m\u0131ke@example.org, mike@example.org",
        "ma\u017Fs@example.org, mass@example.org", "stra\u00DFe@example.org, strasse@example.org", "\uFF41da@example.org, ada@example.org",
            "ada@example.org, adá@example.org",
        "a@\u0430pple.example, a@apple.example", "ﬁt@example.org, fit@example.org", "ada+x@example.org, ada@example.org"})
    void two_mailboxes(String one, String other) {
        assertNotEquals(MailAddress.folded(one), MailAddress.folded(other));
    }

    @Test void what_follows_a_plus_sign_is_delivered_to_the_same_mailbox() {
        assertEquals("ada@example.org", MailAddress.mailbox("Ada+news+1@Example.org"));
        assertEquals("+ada@example.org", MailAddress.mailbox("+ada@example.org"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a..b", "-\u00FC.de", "xn--a", "xn--\u00FC.de", "a b.de", "\u00FC_.de", "\u00FC\u200D.de", "\u05D0a.de",
        "\u0378.de", "\uD800.de"})
    void what_is_no_domain(String name) {
        assertNull(DomainName.toAscii(name));
    }
}
