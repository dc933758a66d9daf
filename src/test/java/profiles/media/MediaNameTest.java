package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ASVS 5.3.2: a name that somebody sends is never a path. */
class MediaNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cv.pdf", "/etc/cv.pdf", "C:\\Users\\ada\\cv.pdf", "..\\..\\cv.pdf", "a/b\\cv.pdf", "cv.pdf", " cv.pdf ", "\tcv.pdf\r\n", "c\u0000v.pdf",
        "cv\r\n.pdf", "...cv.pdf", "cv.pdf...", "\u202Ecv.pdf", "c<v>.pdf", "c\"v|?*.pdf", "%cv.pdf", "cv\uFFFD.pdf", "cv\uD83C.pdf", "cv\uE000.pdf", "\u200Bcv.pdf"})
    void what_could_do_harm_is_dropped(String sent) {
        assertEquals("cv.pdf", MediaName.clean(sent).replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({"my cv (final)&v2.pdf, my_cv_(final)&v2.pdf", "резюме.pdf, резюме.pdf", "履歴書.pdf, 履歴書.pdf", "قصة.pdf, قصة.pdf", "हिन्दी.pdf, हिन्दी.pdf", "🎉.pdf, 🎉.pdf",
        "a  b.pdf, a_b.pdf", "x.tar.gz, x.tar.gz", "-dash.pdf, -dash.pdf", "a'b.pdf, a'b.pdf", "%2e%2e%2fp.pdf, 2e2e2fp.pdf"})
    void letters_of_any_script_stay(String sent, String name) {
        assertEquals(name, MediaName.clean(sent));
    }

    @Test void a_family_of_emoji_stays_together() {
        assertEquals("\uD83D\uDC69\u200D\uD83D\uDC67.pdf", MediaName.clean("\uD83D\uDC69\u200D\uD83D\uDC67.pdf"));
    }

    @Test void names_come_in_one_form_of_unicode() {
        assertEquals("r\u00E9sum\u00E9.pdf", MediaName.clean("re\u0301sume\u0301.pdf"));
        assertEquals("\u00E9.pdf", MediaName.clean("e\u0001\u0301.pdf"), "also where something was in between");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.pdf", "con", "Nul.tar.gz", "COM1.pdf", "lpt9.pdf", "com\u00B9.pdf", "AUX"})
    void names_that_windows_keeps_for_itself_are_changed(String sent) {
        assertEquals("_" + sent, MediaName.clean(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "/", "cvs/", "\\", "\u0000", "***"})
    void nothing_is_left_of_what_is_no_name(String sent) {
        assertEquals("", MediaName.clean(sent).replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({".pdf, pdf", ".htaccess, htaccess", "..pdf, pdf"})
    void a_leading_dot_hides_nothing_and_is_no_extension(String sent, String name) {
        assertEquals(name, MediaName.clean(sent));
        assertEquals("", MediaName.extension(MediaName.clean(sent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ж", "履", "🎉", "e\u0301"})
    void a_long_name_is_cut_to_what_the_column_and_file_systems_hold(String letter) {
        for (var key : new String[] {MediaName.key("certificates", MediaName.clean(letter.repeat(300) + ".pdf")),
            MediaName.otherKey("certificates", MediaName.clean(letter.repeat(300) + ".pdf"))}) {
            assertTrue(key.codePointCount(0, key.length()) <= 100, key);
            assertTrue(MediaUrl.name(key).getBytes(StandardCharsets.UTF_8).length <= 255, key);
            assertTrue(key.startsWith("certificates/") && key.endsWith(".pdf"), key);
            assertEquals(key, new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "no half characters");
            assertTrue(key.codePointCount(0, key.length()) >= 70, "no shorter than needed: " + key);
        }
    }

    @Test void a_name_that_fits_is_not_cut() {
        var name = "a".repeat(100 - "cvs/.pdf".length()) + ".pdf";

        assertEquals("cvs/" + name, MediaName.key("cvs", name));
        assertEquals("cvs/cv.pdf", MediaName.key("cvs", "cv.pdf"));
    }

    @Test void a_taken_name_gets_a_random_end_before_its_extension() {
        var other = MediaName.otherKey("cvs", "my.cv.pdf");

        assertTrue(other.matches("cvs/my\\.cv_[A-Za-z0-9]{7}\\.pdf"), other);
        assertNotEquals(other, MediaName.otherKey("cvs", "my.cv.pdf"));
    }
}
