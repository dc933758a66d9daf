package profiles.fileformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Readers look for the start of a PDF in its first kilobyte, and so do we: but what is there must not be something else. */
class PdfValidatorTest {
    private static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @ParameterizedTest
    @ValueSource(strings = {"", "\u00EF\u00BB\u00BF", "\r\n", " ", "\0",
        "GPL Ghostscript 10.0.0 (2022-09-21)\nThis software is supplied under the GNU AGPLv3:\n",
        "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\n\r\n", "\u001B%-12345X@PJL ENTER LANGUAGE=PDF\r\n"})
    void what_printers_and_servers_put_before_a_pdf_does_no_harm(String before) throws Exception {
        assertTrue(pdf(before + PDF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!doctype html>", "<script>alert(1)</script>", "x <b>", "</", "<?xml version='1.0'?>", "<\0!\0-\0-\0",
        "PK\3\4", "Rar!\32\7\0", "MZ", "\u007FELF", "#!/bin/sh\n",
        "\u00D0\u00CF\u0011\u00E0"})
    void a_page_an_archive_or_a_program_before_a_pdf_makes_it_none(String before) throws Exception {
        assertFalse(pdf(before + PDF));
    }

    @Test void a_tape_archive_with_a_pdf_in_it_is_an_archive() throws Exception {
        assertFalse(pdf("cv.pdf" + "\0".repeat(251) + "ustar" + "\0".repeat(250) + PDF));
    }

    @Test void it_begins_within_the_first_1024_bytes() throws Exception {
        assertTrue(pdf("x".repeat(1019) + PDF));
        assertFalse(pdf("x".repeat(1020) + PDF));
    }

    @Test void what_is_appended_does_no_harm_and_what_is_cut_off_is_damaged() throws Exception {
        assertTrue(pdf(PDF + "\n<!-- served by a proxy -->".repeat(2_000)));
        assertThrows(RejectedFile.class, () -> pdf(PDF.substring(0, 40)));
    }

    private static boolean pdf(String file) throws IOException, RejectedFile {
        return PdfValidator.isValid(() -> new ByteArrayInputStream(file.getBytes(ISO_8859_1)));
    }
}
