package profiles.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static profiles.web.ResponseFormat.JSON;
import static profiles.web.ResponseFormat.PAGE;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.SqliteServiceTest;

class ResponseFormatTest extends SqliteServiceTest {
    private static final String AXIOS = "application/json, text/plain, */*";

    @ParameterizedTest
    @ValueSource(strings = {
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8", // Chrome, Firefox, Safari
        "text/html", "TEXT/HTML", "text/*", "*/*", "", ",", ";", "image/png", "text/html, application/json",
        "text/html;q=0.5, application/json;q=0.4",
        "application/json;q=0, */*", "application/json;q=0", "*/*;q=0.5, text/html;level=1", "text/html ; q=0.9, application/json ; q=0.8"})
    void who_wants_html_gets_pages(String accept) {
        assertEquals(PAGE, ResponseFormat.of("/profile/", accept, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        AXIOS, "application/json", "Application/JSON", "application/json; charset=utf-8", "application/problem+json", "application/*",
        "text/html;q=0.4, application/json;q=0.5", "text/html;q=0, */*", "*/*, application/json",
        "application/json;q=0.3, text/html;q=0.299",
        "*/*;q=0.9, application/json;q=0.9", "text/*;q=0.3, */*;q=0.5"})
    void who_wants_json_gets_json(String accept) {
        assertEquals(JSON, ResponseFormat.of("/profile/", accept, false));
    }

    @Test void who_sends_json_and_takes_anything_gets_json() {
        assertEquals(JSON, ResponseFormat.of("/profile/", "*/*", true));
        assertEquals(JSON, ResponseFormat.of("/profile/", null, true));
        assertEquals(PAGE, ResponseFormat.of("/profile/", "text/html", true));
    }

    @Test void who_names_nothing_gets_pages() {
        assertEquals(PAGE, ResponseFormat.of("/profile/", null, false));
    }

    @Test void the_api_speaks_json_to_everyone() {
        var answer = browser.get("/api/profile/");

        assertEquals(401, answer.status());
        assertEquals("application/problem+json", answer.header("Content-Type").split(";")[0]);
        assertEquals(404, browser.get("/api/nothing").json().get("status").intValue());
    }

    @Test void one_address_answers_both_and_tells_caches_so() {
        var page = browser.get("/accounts/login/");
        var json = program.get("/accounts/login/");
        var axios = program.get("/accounts/login/", "Accept", AXIOS);
        var curl = program.get("/accounts/login/", "Accept", "*/*");

        assertEquals("text/html;charset=utf-8", page.header("Content-Type"));
        assertEquals("application/json", json.header("Content-Type").split(";")[0]);
        assertEquals("application/json", axios.header("Content-Type").split(";")[0]);
        assertEquals("text/html;charset=utf-8", curl.header("Content-Type"));
        for (var answer : new profiles.fixture.Answer[] {page, json}) assertEquals("Accept", answer.header("Vary"));
    }

    @Test void curl_that_sends_json_gets_json_also_for_errors() {
        var answer = program.send("POST", "/accounts/register/", "application/json", "{\"username\":\"\"}", "Accept", "*/*");

        assertEquals(422, answer.status());
        assertEquals(true, answer.json().at("/errors/username/0").isTextual());
    }
}
