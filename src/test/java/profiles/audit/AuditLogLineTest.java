package profiles.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditLogLineTest {

    // ASVS 16.4.1: what is typed can neither begin a line nor end its own quotes, nor turn or hide what stands beside it.
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
        "ada,                    ada",
        "Zo\u00EB.\u0436\u0430\u043D\u043D\u0430, Zo\u00EB.\u0436\u0430\u043D\u043D\u0430",
        "a\"b\\c,                a\\\"b\\\\c",
        "`a\r\nb`,               a\\u000d\\u000ab",
        "`a\tb\u001B[2J\u0000`,  a\\u0009b\\u001b[2J\\u0000",
        "a\u0085b\u2028c\u2029d, a\\u0085b\\u2028c\\u2029d",
        "a\u202Eb\u200Bc\uFEFFd, a\\u202eb\\u200bc\\ufeffd",
        "a\uD83Db,               a\\ud83db",
        "\uD83C\uDF89,           \uD83C\uDF89",
        "\uDB40\uDC41,           \\udb40\\udc41",
        "{},                     {}"})
    void a_name_stays_between_its_quotes(String typed, String written) {
        assertEquals("\"" + written + "\"", AuditLogLine.quoted(typed));
    }

    @Test void a_line_tells_what_who_from_where_and_by_whom() {
        var refused = new AuditEvent(Instant.EPOCH, AuditAction.SIGN_IN_REFUSED, null, "x\" from=10.0.0.1\nSIGNED_IN user=\"root")
            .from("192.0.2.1");
        var command = new AuditEvent(Instant.EPOCH, AuditAction.MADE_STAFF, null, "ada").byCommand();

        assertEquals("SIGN_IN_REFUSED user=\"x\\\" from=10.0.0.1\\u000aSIGNED_IN user=\\\"root\" from=192.0.2.1", AuditLogLine.of(refused));
        assertEquals("MADE_STAFF user=\"ada\" by=\"(command)\"", AuditLogLine.of(command));
    }
}
