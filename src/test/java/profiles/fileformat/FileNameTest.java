package profiles.fileformat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** ASVS 5.3.2: a name that somebody sends is never a path. */
class FileNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/cv.pdf", "/etc/cv.pdf", "C:\\Users\\ada\\cv.pdf", "..\\..\\cv.pdf", "a/b\\cv.pdf", "cv.pdf",
        " cv.pdf ", "\tcv.pdf\r\n", "c\u0000v.pdf",
        "cv\r\n.pdf", "...cv.pdf", "cv.pdf...", "\u202Ecv.pdf", "c<v>.pdf", "c\"v|?*.pdf", "%cv.pdf", "cv\uFFFD.pdf", "cv\uD83C.pdf",
        "cv\uE000.pdf", "\u200Bcv.pdf"})
    void what_could_do_harm_is_dropped(String sent) {
        assertEquals("cv.pdf", FileName.clean(sent).replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({"my cv (final)&v2.pdf, my_cv_(final)&v2.pdf", "резюме.pdf, резюме.pdf", "履歴書.pdf, 履歴書.pdf", "قصة.pdf, قصة.pdf",
        "हिन्दी.pdf, हिन्दी.pdf", "🎉.pdf, 🎉.pdf",
        "a  b.pdf, a_b.pdf", "x.tar.gz, x.tar.gz", "-dash.pdf, -dash.pdf", "a'b.pdf, a'b.pdf", "%2e%2e%2fp.pdf, 2e2e2fp.pdf"})
    void letters_of_any_script_stay(String sent, String name) {
        assertEquals(name, FileName.clean(sent));
    }

    @Test void a_family_of_emoji_stays_together() {
        assertEquals("\uD83D\uDC69\u200D\uD83D\uDC67.pdf", FileName.clean("\uD83D\uDC69\u200D\uD83D\uDC67.pdf"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202Ecv.pdf", "c\u202Av\u202C.pdf", "c\u2066v\u2069.pdf", "\u200Ecv\u200F.pdf", "\u061Ccv.pdf"})
    void nothing_turns_the_order_of_letters_around(String sent) {
        assertEquals("cv.pdf", FileName.clean(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c\u200Dv.pdf", "\u200Dcv.pdf", "cv\u200C.pdf", "cv.\u200Dpdf", "c\u200D\u200Cv.pdf", "c\u034Fv.pdf",
        "c\u115Fv.pdf", "c\uDB40\uDC41v.pdf", "c\uFEFFv.pdf", "c\uFDD0v.pdf"})
    void two_names_that_look_alike_are_alike(String sent) {
        assertEquals("cv.pdf", FileName.clean(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645.pdf", "\u0915\u094D\u200D\u0937.pdf",
        "\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08.pdf", "\uD83E\uDEE0.pdf", "\u845B\uDB40\uDD00.pdf"})
    void what_joins_letters_stays_and_so_do_letters_that_are_newer_than_java(String sent) {
        assertEquals(sent, FileName.clean(sent));
    }

    @ParameterizedTest
    @CsvSource({"a%22b%0D%0a.pdf, ab.pdf", "cv%2Epdf, cv2Epdf", "cv%2ehtml.pdf, cv2ehtml.pdf", "=?UTF-8?Q?cv.pdf?=, =UTF-8Qcv.pdf="})
    void only_what_browsers_escape_is_undone(String sent, String name) { // RFC 7578, 4.2
        assertEquals(name, FileName.clean(sent));
    }

    @Test void names_come_in_one_form_of_unicode() {
        assertEquals("r\u00E9sum\u00E9.pdf", FileName.clean("re\u0301sume\u0301.pdf"));
        assertEquals("\u00E9.pdf", FileName.clean("e\u0001\u0301.pdf"), "also where something was in between");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON.pdf", "con", "Nul.tar.gz", "COM1.pdf", "lpt9.pdf", "com\u00B9.pdf", "AUX"})
    void names_that_windows_keeps_for_itself_are_changed(String sent) {
        assertEquals("_" + sent, FileName.clean(sent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "...", "/", "cvs/", "\\", "\u0000", "***"})
    void nothing_is_left_of_what_is_no_name(String sent) {
        assertEquals("", FileName.clean(sent).replace("_", ""));
    }

    @ParameterizedTest
    @CsvSource({".pdf, pdf", ".htaccess, htaccess", "..pdf, pdf"})
    void a_leading_dot_hides_nothing_and_is_no_extension(String sent, String name) {
        assertEquals(name, FileName.clean(sent));
        assertEquals("", FileName.extension(FileName.clean(sent)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ж", "履", "🎉", "e\u0301"})
    void a_long_name_is_cut_to_what_the_column_and_file_systems_hold(String message) {
        for (var key : new String[] {FileName.key("certificates", FileName.clean(message.repeat(300) + ".pdf")),
            FileName.randomKey("certificates", FileName.clean(message.repeat(300) + ".pdf"))}) {
            assertTrue(key.codePointCount(0, key.length()) <= 100, key);
            assertTrue(FileName.of(key).getBytes(StandardCharsets.UTF_8).length <= 255, key);
            assertTrue(key.startsWith("certificates/") && key.endsWith(".pdf"), key);
            assertEquals(key, new String(key.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8), "no half characters");
            assertFalse(key.contains("/."), key);
            assertTrue(key.codePointCount(0, key.length()) >= 70, "no shorter than needed: " + key);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDC69\u200D\uD83D\uDC67", "e\u0323\u0302\u0301", "\uD83C\uDDEC\uD83C\uDDE7",
        "\uD83D\uDC4D\uD83C\uDFFD"})
    void no_letter_is_cut_in_two(String message) {
        var whole = FileName.clean(message);
        var key = FileName.key("cvs", FileName.clean(message.repeat(100) + ".pdf"));

        assertEquals("", FileName.of(key).replace(whole, "").replace(".pdf", ""));
    }

    @Test void a_letter_without_end_is_cut_all_the_same() {
        var key = FileName.key("cvs", FileName.clean("x" + "\u0323".repeat(300) + ".pdf"));

        assertTrue(key.startsWith("cvs/x\u0323") || key.startsWith("cvs/\u1E8D") && key.endsWith(".pdf"), key);
    }

    @Test void an_extension_is_kept_unless_it_is_none() {
        assertTrue(FileName.key("cvs", "x." + "y".repeat(300)).matches("cvs/x\\.y{94}"));
    }

    @Test void a_name_that_fits_is_not_cut() {
        var name = "a".repeat(100 - "cvs/.pdf".length()) + ".pdf";

        assertEquals("cvs/" + name, FileName.key("cvs", name));
        assertEquals("cvs/cv.pdf", FileName.key("cvs", "cv.pdf"));
    }

    @Test void a_taken_name_gets_a_random_end_before_its_extension() {
        var other = FileName.randomKey("cvs", "my.cv.pdf");

        assertTrue(other.matches("cvs/my\\.cv_[A-Za-z0-9]{7}\\.pdf"), other);
        assertNotEquals(other, FileName.randomKey("cvs", "my.cv.pdf"));
    }

    @Test void the_given_name_comes_back_whatever_the_key() {
        for (var name : new String[] {"cv.pdf", "my.cv.pdf", "cv_AbC1234.pdf", "cv_AbC1234_AbC1234.pdf", "_AbC1234.pdf", "cv_resume1.pdf",
            "履歴書.pdf", "cv", "cv_AbC1234"}) {
            assertEquals(name, FileName.displayName(FileName.key("cvs", name)), name);
            assertEquals(name, FileName.displayName(FileName.randomKey("cvs", name)), name);
        }
        assertTrue(FileName.key("cvs", "cv_AbC1234.pdf").matches("cvs/cv_AbC1234_[A-Za-z0-9]{7}\\.pdf"), "its own end looks like ours");
        assertEquals("cvs/cv_Johnson.pdf", FileName.key("cvs", "cv_Johnson.pdf"));
    }

    @Test void a_cut_may_not_make_an_end_like_ours() {
        var name = "a".repeat(84) + "_AbC1234" + "b".repeat(50) + ".pdf";

        assertEquals("a".repeat(84) + ".pdf", FileName.displayName(FileName.key("cvs", name)));
        assertTrue(FileName.key("cvs", name).matches("cvs/a{84}_[A-Za-z0-9]{7}\\.pdf"));
    }

    @ParameterizedTest
    @CsvSource({"cvs/cv_9DwTuAR.pdf, cv.pdf", "cvs/x.tar_f5MRYfA.gz, x.tar.gz", "cvs/cv_johnson.pdf, cv_johnson.pdf",
        "cvs/cv_2021abc.pdf, cv_2021abc.pdf", "cvs/_9DwTuAR.pdf, _9DwTuAR.pdf",
        "cv.pdf, cv.pdf", "cvs/.pdf, .pdf", "cvs/, ''"})
    void what_django_stored_reads_as_it_was_given_too(String key, String name) {
        assertEquals(name, FileName.displayName(key));
    }

    /** curl -OJ reads nothing else. */
    @ParameterizedTest
    @CsvSource({"cv.pdf, cv.pdf", "Größe.pdf, Grosse.pdf", "STRAẞE.pdf, STRASSE.pdf", "Łukasz_Żółć.pdf, Lukasz_Zolc.pdf",
        "Ærøskøbing.pdf, Aeroskobing.pdf", "İstanbul_ığ.pdf, Istanbul_ig.pdf",
        "резюме.pdf, reziume.pdf", "Ґалаґан_Їжак.pdf, Galagan_Izhak.pdf", "Щукин.pdf, Shchukin.pdf", "Βιογραφικό.pdf, Biografiko.pdf",
        "Nguyễn_Đức.pdf, Nguyen_Duc.pdf", "ﬁle１.pdf, file1.pdf",
        "履歴書.pdf, cv.pdf", "履歴書_Ada.pdf, Ada.pdf", "قصة.pdf, cv.pdf", "🎉.pdf, cv.pdf", "a–b’c.pdf, a-b'c.pdf", "履歴書_2024.pdf, 2024.pdf"})
    void a_program_that_knows_only_ascii_gets_a_name_that_people_can_read(String name, String ascii) {
        assertEquals(ascii, Transliteration.fileName(name, "cv"));
    }
}
