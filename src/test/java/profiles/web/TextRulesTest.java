package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {
    @Test void what_html_cannot_hold_is_shown_where_it_was_typed() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\te \uD83D\uDE42", TextRules.display("a\u0000b\nc\u0085d\te \uD83D\uDE42"));
        assertEquals("a\r\nb\uFFFDc", TextRules.displayLines("a\r\nb\u001Bc"));
        assertNull(TextRules.display(null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u0085", "\u00A0", "\u00AD", "\u034F", "\u061C", "\u115F", "\u1160", "\u1680", "\u17B4",
        "\u180B", "\u180E", "\u2000", "\u200B", "\u200C",
        "\u200D", "\u200E", "\u2028", "\u202E", "\u202F", "\u205F", "\u2060", "\u2064", "\u2066", "\u206F", "\u2800", "\u3000", "\u3164",
        "\uFE0F", "\uFEFF", "\uFFA0", "\uFFF9",
        "\uD834\uDD59", "\uD834\uDD73", "\uDB40\uDC01", "\uDB40\uDC61", "\uDB40\uDD00", " \u200B \u3164\u2800"})
    void text_that_shows_nothing_is_empty(String text) {
        assertEquals("", TextRules.strip(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u0301", "\u0600", "\u06DD", "\u2764\uFE0F", "\uD83D\uDC68\u200D\uD83D\uDC69", "\uFFFC", "\uE000",
        "\uD842\uDFB7"})
    void what_is_seen_stays(String text) {
        assertEquals(text, TextRules.strip("\u3000\u200B" + text + "\u00A0\u3164"));
    }

    @Test void invisible_characters_inside_are_told_from_joiners() {
        assertTrue(TextRules.hasInvisible("a\u200Bb") && TextRules.hasInvisible("a\u00ADb") && TextRules.hasInvisible("a\u202Eb"));
        assertFalse(TextRules.hasInvisible("\u0928\u0940\u200C\u092E") || TextRules.hasInvisible("a b"));
    }

    @Test void many_blanks_take_no_time() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> TextRules.strip("a" + "\u3000".repeat(1_000_000) + "a"));
    }
}
