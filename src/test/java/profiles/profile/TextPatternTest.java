package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPatternTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "[+0-9()/-]* [+0-9\\(\\)\\/\\-]*",
        "[-a]|[^-b](c)/ [\\-a]|[^\\-b](c)/",
        "\\d{4}-[a-z&&[^x]] \\d{4}-[a-z&&[^x]]",
        "[\\](]\\[ [\\]\\(]\\[",
        "[\\\\|{}] [\\\\\\|\\{\\}]",
        "\\p{L}+(?:[.'-]\\p{L}+)* \\p{L}+(?:[.'\\-]\\p{L}+)*"})
    void browsers_get_it_in_their_dialect(String java, String html) {
        assertEquals(html, new TextPattern(Pattern.compile(java), "").html());
    }

    @Test void programs_are_told_that_none_fits_too() {
        assertEquals("^(?:\\+\\d+)?$", TextField.line("full_name", "Phone", 30).matching("\\+\\d+", "").schema().get("pattern"));
    }

    @Test void only_a_whole_text_fits() {
        var digits = new TextPattern(Pattern.compile("\\d+|x"), "Write digits.");

        assertTrue(digits.fits("123") && digits.fits("x"));
        assertFalse(digits.fits("123x") || digits.fits("a1") || digits.fits("1\n"));
    }
}
