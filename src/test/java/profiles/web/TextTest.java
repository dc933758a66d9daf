package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test void what_html_cannot_hold_is_shown_where_it_was_typed() {
        assertEquals("a\uFFFDb\uFFFDc\uFFFDd\te \uD83D\uDE42", Text.shown("a\u0000b\nc\u0085d\te \uD83D\uDE42"));
        assertEquals("a\r\nb\uFFFDc", Text.shownLines("a\r\nb\u001Bc"));
        assertNull(Text.shown(null));
    }
}
