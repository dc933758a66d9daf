package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.ServiceTest;
import profiles.web.Timestamp;

class EditTest extends ServiceTest {

    @Test void the_form_has_every_field_and_works_without_scripts() {
        var page = browser.register("form").get("/profile/edit/");

        for (var name : new String[] {"full_name", "bio", "cv", "certificate"}) assertTrue(page.contains("name=\"" + name + "\""), name);
        assertTrue(page.contains("method=\"post\" action=\"/profile/edit/\" enctype=\"multipart/form-data\""));
        assertFalse(page.contains("cv-clear"), "there is nothing to remove yet");
        assertTrue(page.contains("<script src="), "which makes it more comfortable, see EditFormIT");
    }

    @Test void the_file_that_is_there_is_told_with_its_size_and_date() {
        browser.register("facts").post("/profile/edit/", new Form().file("cv", "facts.pdf", "application/pdf", Samples.pdf(1_300_000)));

        var page = browser.get("/profile/edit/");

        assertTrue(page.contains(">facts.pdf</a>") && page.contains("1.2 MB, "), page::toString);
        var stored = service.graph().storage().find("cvs/facts.pdf");
        assertTrue(page.contains(Timestamp.of(stored.modified()).text()), page::toString);
    }

    @Test void the_form_knows_what_the_service_will_say() {
        browser.register("foreseen");
        var page = browser.get("/profile/edit/");

        var answer = browser.post("/profile/edit/", new Form().file("cv", "cv.txt", "text/plain", "text".getBytes())
            .file("certificate", "empty.png", "image/png", new byte[0]));

        assertTrue(page.contains("=\"This file is empty. Choose another one.\"")
            && answer.contains("This file is empty. Choose another one."),
            answer::toString);
        assertTrue(answer.contains("This is a text file, not a PDF, DOCX or ODT file. Open it in a word processor, and save it as PDF."),
            answer::toString);
        var large = browser.post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(10 * 1024 * 1024 + 1)));
        assertTrue(page.contains("data-large=\"This file is too large. Choose one of at most 10 MB.\"")
            && large.contains("This file is too large. Choose one of at most 10 MB."));
        assertTrue(page.contains("data-most=\"10485760\"") && page.contains("PDF, DOCX or ODT, at most 10 MB"));
    }

    @Test void the_script_of_the_page_has_the_next_one_say_it() {
        browser.register("scripted").get("/profile/edit/");
        var form = new Form().text("full_name", "Ada");

        var answer = browser.post("/profile/edit/", form, "Accept", "application/json", "Prefer", "flash");

        assertEquals(200, answer.status());
        assertEquals("Ada", answer.json().get("full_name").textValue());
        assertTrue(browser.get("/profile/edit/").contains("Your profile was saved."));
        browser.post("/profile/edit/", form, "Accept", "application/json");
        assertFalse(browser.get("/profile/edit/").contains("Your profile was saved."), "programs go nowhere");
    }

    @Test void a_saved_form_leads_back_and_says_so_once() {
        browser.register("saved").get("/profile/edit/");

        var answer = browser.post("/profile/edit/", "full_name", "Ada", "bio", "Hello");

        assertEquals(303, answer.status());
        assertEquals("/profile/edit/", answer.location());
        assertTrue(browser.get("/profile/edit/").contains("Your profile was saved."));
        assertFalse(browser.get("/profile/edit/").contains("Your profile was saved."));
        assertTrue(browser.get("/profile/edit/").contains("value=\"Ada\""));
    }

    @Test void a_wrong_form_comes_back_as_typed_with_all_that_is_wrong() {
        browser.register("wrong").post("/profile/edit/", "full_name", "Before");

        var page = browser.post("/profile/edit/", new Form().text("full_name", "n".repeat(256)).text("bio", "Typed <b>bio</b>")
            .file("cv", "cv.txt", "text/plain", "text".getBytes())
            .file("certificate", "empty.png", "image/png", new byte[0]));

        assertEquals(422, page.status());
        assertTrue(page.contains("n".repeat(256)) && page.contains("Typed <b>bio"), page::toString);
        assertFalse(page.body().contains("<b>bio"));
        for (var field : new String[] {"full_name", "cv", "certificate"}) assertTrue(page.contains("id=\"" + field + "-error\""), field);
        assertFalse(page.contains("id=\"bio-error\""));
        assertTrue(page.contains("Nothing was saved yet"));
        assertTrue(browser.get("/profile/edit/").contains("value=\"Before\""));
    }

    @Test void what_the_form_does_not_send_stays() {
        browser.register("partial").post("/profile/edit/", new Form().text("full_name", "Ada").text("bio", "Hello")
            .file("cv", "partial.pdf", "application/pdf", Samples.pdf()));

        browser.post("/profile/edit/", "bio", "Changed");

        var page = browser.get("/profile/edit/");
        assertTrue(page.contains("value=\"Ada\"") && page.contains("Changed") && page.contains("partial.pdf"));
        assertTrue(page.contains("name=\"cv-clear\""));
    }

    @Test void texts_keep_their_lines_and_lose_their_outer_blanks() {
        browser.register("lines").post("/profile/edit/", "full_name", "  Ada  ", "bio", "\r\n one\r\n\r\n\ttwo \r\n");

        program.login("lines", "correct horse");
        assertEquals("Ada", program.get("/api/profile/").json().get("full_name").textValue());
        assertEquals("one\r\n\r\n\ttwo", program.get("/api/profile/").json().get("bio").textValue());
    }

    @Test void the_longest_texts_fit_in_every_script() {
        program.register("long");
        for (var message : new String[] {"a", "ж", "履", "🎉"}) {
            var answer = program.post("/profile/edit/", "full_name", message.repeat(255), "bio", message.repeat(20_000));

            assertEquals(200, answer.status(), answer::toString);
            assertEquals(message.repeat(255), program.get("/api/profile/").json().get("full_name").textValue());
            assertEquals(message.repeat(20_000), program.get("/api/profile/").json().get("bio").textValue());
        }
        assertEquals(200, program.post("/profile/edit/", "bio", "x\r\n".repeat(9_999) + "x").status(),
            "the end of a line is one character");
    }

    @Test void a_message_is_one_of_ours_whatever_the_cookie_says() {
        browser.register("forged").get("/profile/");

        for (var cookie : new String[] {"flash=<b>win</b>", "flash=", "flash=saved", "flash=%00"})
            assertFalse(browser.get("/profile/", "Cookie", cookie).body().contains("class=\"message\""), cookie);
    }

    @Test void without_a_session_nothing_is_saved() {
        assertEquals("/accounts/login/?next=%2F", browser.post("/profile/edit/", "full_name", "Nobody").location());
        assertEquals(401, program.post("/profile/edit/", "full_name", "Nobody").status());
    }
}
