package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.URLDecoder;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.SqliteServiceTest;
import profiles.fixture.Wait;

/** What is said of a file that is not taken, and how the taken ones are called afterwards. */
class KindsTest extends SqliteServiceTest {
    private static int count;

    @BeforeEach
    void aMember() {
        program.register("kind" + ++count);
        browser.login("kind" + count, "correct horse");
    }

    @Test void a_refusal_says_what_is_wrong_and_what_is_taken() { // ASVS 5.2.2
        refused("cv", "cv.pdf", new byte[] {1, 2, 3}, "This is not a PDF, DOCX or ODT file. Choose another one.");
        refused("cv", "cv.docx", Samples.zip("a", "b"),
            "This is a zip archive, not a PDF, DOCX or ODT file. Unpack it, and send the document that is in it.");
        refused("cv", "cv.pdf", Samples.png(),
            "This is a PNG picture, not a PDF, DOCX or ODT file. Open it, choose Print, and save it as PDF.");
        refused("certificate", "seal.pdf", Samples.docx(),
            "This is a Word document, not a PDF, PNG, JPEG or WEBP file. In Word choose File, Save As, PDF.");
        refused("cv", "cv.pdf", Arrays.copyOf(Samples.pdf(), 40),
            "This file is damaged or cut off. Open it, save it once more, and choose that file.");
        refused("certificate", "seal.png", PicturesTest.png(50_000, 50_000), "This picture is too large: 50000 x 50000 pixels.");
    }

    @Test void a_bomb_is_refused_at_once() { // CWE-409, ASVS 5.2.3
        var bomb = RawZip.zeros("word/document.xml", 8 * 1024);
        var begin = System.nanoTime();

        refused("cv", "cv.docx", bomb, "This document is too large unpacked");

        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 30);
        Wait.until("no temporary file is left", () -> service.media().resolve(".incoming").toFile().list().length == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html><script>alert(1)</script>", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        "#!/bin/sh\n", "alert(1)//", "GIF89a/*",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "<html>%PDF-1.4\n%%EOF", " <!-- %PDF-1.4\n%%EOF",
        "<?xml version='1.0'?>%PDF-1.4\n%%EOF", "<\0s\0c\0r\0i\0p\0t\0>%PDF-1.4\n%%EOF", "PK\3\4%PDF-1.4\n%%EOF",
        "#!/bin/sh\n%PDF-1.4\n%%EOF", "MZ%PDF-1.4\n%%EOF"})
    void pages_and_scripts_are_refused_by_any_name(String bytes) {
        for (var name : new String[] {"x.pdf", "x.docx", "x.odt", "x.html", "x.svg"})
            assertEquals(422, send("cv", name, bytes.getBytes(UTF_8)).status(), name);
        for (var name : new String[] {"x.pdf", "x.png", "x.jpg", "x.html", "x.svg"})
            assertEquals(422, send("certificate", name, bytes.getBytes(UTF_8)).status(), name);
    }

    /** RFC 7578 forbids filename*, and some programs send it all the same: then it is decoded, cleaned and judged as any name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"filename*=UTF-8''%D1%80%D0%B5%D0%B7%D1%8E%D0%BC%D0%B5.pdf | резюме.pdf",
        "filename=\"x.html\"; filename*=UTF-8''cv.pdf | cv.pdf",
        "filename=\"a%22b.pdf\" | ab.pdf", "filename=cv.pdf | cv.pdf", "filename*=UTF-8''..%2F..%2Fcv.pdf | cv.pdf",
        "filename*=UTF-8''cv%0D%0A.pdf | cv_.pdf"})
    void the_name_is_read_as_clients_write_it(String disposition, String name) {
        var answer = dispose(disposition);

        assertEquals(200, answer.status(), answer::toString);
        assertEquals(name, given(answer));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filename=\"cv.pdf\"; filename*=UTF-8''cv.html", "filename*=UTF-8''cv%2Ehtml", "filename=\"cv%2Epdf\"",
        "filename=\"=?UTF-8?B?Y3YucGRm?=\"",
        "filename*=UTF-8''cv.pdf%00.html", "filename=\"cv.pdf\0.html\"", "filename=\"cv.pdf;.html\"", "filename=\"cv.pdf/.html\""})
    void whatever_the_decoded_name_is_it_ends_as_the_bytes_say(String disposition) {
        var answer = dispose(disposition);

        assertTrue(answer.status() == 400 || answer.status() == 200 && given(answer).endsWith(".pdf"), answer::toString);
    }

    @ParameterizedTest
    @CsvSource({"CV, CV.pdf", "cv.PDF, cv.PDF", "cv.jpg, cv.pdf", "cv.docx, cv.pdf", "cv.html, cv.html.pdf",
        "Dr. Ada Lovelace, Dr._Ada_Lovelace.pdf", "v1.2, v1.2.pdf", "***, cv.pdf"})
    void a_pdf_gets_its_ending(String sent, String stored) {
        assertEquals(stored, given(send("cv", sent, Samples.pdf())));
    }

    @ParameterizedTest
    @CsvSource({"a.jfif, a.jpg", "a.JPE, a.jpg", "a.jpeg, a.jpeg", "a.png, a.jpg", "a, a.jpg"})
    void a_jpeg_gets_its_ending_and_is_shown(String sent, String stored) {
        var url = URI.create(send("certificate", sent, Samples.jpeg()).json().get("certificate").textValue()).getRawPath();

        var headers = program.bytes("GET", url).headers();

        assertTrue(headers.firstValue("Content-Disposition").orElseThrow().startsWith("inline; filename=\"" + stored + "\""),
            headers::toString);
        assertEquals("image/jpeg", headers.firstValue("Content-Type").orElseThrow());
    }

    @Test void who_downloads_a_document_gets_it_by_the_name_that_was_given() {
        var other = service.program().register("namesake" + count);
        var name = "Zoë's cv " + count + ".pdf";
        send("cv", name, Samples.pdf());
        var second = other.post("/profile/edit/", new Form().file("cv", name, "application/pdf", Samples.pdf()));

        assertNotEquals(url(program.get("/api/profile/")), url(second));
        assertEquals("Zoë's_cv_" + count + ".pdf", given(second, other));
        assertEquals("Zoë's_cv_" + count + ".pdf", given(program.get("/api/profile/")));
        assertTrue(other.get("/profile/", "Accept", "text/html").contains(">Zoë's_cv_" + count + ".pdf<"));
        assertTrue(new String(other.bytes("GET", "/accounts/export/").body(), ISO_8859_1)
            .contains(new String(("Zoë's_cv_" + count + ".pdf").getBytes(UTF_8), ISO_8859_1)));
    }

    @Test void a_name_with_an_end_like_ours_keeps_it() {
        assertEquals("cv_AbC1234.pdf", given(send("cv", "cv_AbC1234.pdf", Samples.pdf())));
    }

    private Answer send(String field, String name, byte[] bytes) {
        return program.post("/profile/edit/", new Form().file(field, name, "application/pdf", bytes));
    }

    private Answer dispose(String disposition) {
        var start = "--b\r\nContent-Disposition: form-data; name=\"cv\"; " + disposition + "\r\nContent-Type: application/pdf\r\n\r\n";
        return program.send("POST", "/profile/edit/", "multipart/form-data; boundary=b",
            start + new String(Samples.pdf(), UTF_8) + "\r\n--b--\r\n");
    }

    /** In both dialects. */
    private void refused(String field, String name, byte[] bytes, String why) {
        var json = send(field, name, bytes);
        var page = browser.post("/profile/edit/", new Form().file(field, name, "application/pdf", bytes));

        assertEquals(422, json.status());
        assertTrue(json.json().at("/errors/" + field + "/0").textValue().contains(why), json::toString);
        assertEquals(422, page.status());
        assertTrue(page.contains(why));
    }

    private static String url(Answer profile) {
        return URI.create(profile.json().get("cv").textValue()).getRawPath();
    }

    private String given(Answer profile) {
        return given(profile, program);
    }

    /** As the download says. */
    private static String given(Answer profile, Client who) {
        var answer = who.bytes("GET", url(profile));
        assertArrayEquals(Samples.pdf(), answer.body());
        var disposition = answer.headers().firstValue("Content-Disposition").orElseThrow();
        return disposition.contains("filename*=") ? URLDecoder.decode(disposition.replaceFirst(".*filename\\*=UTF-8''", ""), UTF_8)
            : disposition.replaceAll(".*filename=\"|\"$", "");
    }
}
