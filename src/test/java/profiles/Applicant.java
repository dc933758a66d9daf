package profiles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import profiles.fixture.Form;
import profiles.fixture.Jar;
import profiles.fixture.Samples;
import profiles.fixture.Uploader;
import profiles.profile.leaving.Zip;

/** Somebody who uses the manual's new fields, by the pages and as a program. */
final class Applicant {
    private static final List<String> FIELDS = List.of("phone", "linkedin", "birthday", "photo");

    private final Uploader http = new Uploader();

    void at(Jar jar) {
        http.at(jar);
    }

    void register(Jar jar) throws IOException {
        at(jar);
        http.register("ada");
    }

    void saveWhatWasThereBefore() throws IOException {
        http.save(new Form().text("full_name", "Ada").file("cv", "ada.pdf", "application/pdf", Samples.pdf()));
    }

    void findsThemEmptyAndTheRestKept() throws IOException {
        var json = http.profile();
        assertEquals("Ada", json.get("full_name").textValue());
        assertEquals("/media/cvs/ada.pdf", path(json.get("cv")));
        nothing(json);
        assertTrue(page("/profile/").contains("Nothing yet"));
    }

    void isAskedForThem() throws IOException {
        saysAll(page("/profile/edit/"), "name=\"phone\" type=\"text\"", "autocomplete=\"tel\"", "pattern=\"[+0-9 \\(\\)\\/\\-]*\"",
            "name=\"linkedin\" type=\"text\"",
            "name=\"birthday\" type=\"date\"", "name=\"photo\" type=\"file\" accept=\".png,.jpg,.jpeg,");
    }

    void savesThem() throws IOException {
        http.save(new Form().text("phone", " +44 20 7946-0000 ").text("linkedin", "www.LinkedIn.com/in/ada").text("birthday", "1815-12-10")
            .file("photo", "ada.png", "image/png", Samples.png()));

        var json = http.profile();
        assertEquals("+44 20 7946-0000", json.get("phone").textValue());
        assertEquals("https://www.linkedin.com/in/ada", json.get("linkedin").textValue());
        assertEquals("1815-12-10", json.get("birthday").textValue());
        assertEquals("/media/photos/ada.png", path(json.get("photo")));
        assertArrayEquals(Samples.png(), http.download(json.get("photo").textValue()));
        saysAll(page("/profile/"), "+44 20 7946-0000", "<a href=\"https://www.linkedin.com/in/ada\" rel=\"noopener noreferrer nofollow\">",
            "<time datetime=\"1815-12-10\">10 December 1815</time>",
            "src=\"/media/photos/ada.png\" alt=\"Photo of ada\" width=\"160\" height=\"160\"");
        saysAll(page("/profile/edit/"), "value=\"+44 20 7946-0000\"", "value=\"https://www.linkedin.com/in/ada\"", "value=\"1815-12-10\"",
            "name=\"photo-clear\"");
    }

    void isToldWhatIsWrong() throws IOException {
        var before = http.profile();
        var wrong = new Form().text("phone", "call me").text("linkedin", "javascript:alert(1)").text("birthday", "2999-01-01")
            .file("photo", "ada.pdf", "application/pdf", Samples.pdf());

        var page = http.send("POST", "/profile/edit/", wrong.type(), BodyPublishers.ofByteArray(wrong.bytes()));
        var problem = patch("{\"phone\":\"call me\",\"linkedin\":\"ftp://example.org/\",\"birthday\":\"1815-02-30\",\"photo\":\"text\"}",
            422);

        assertEquals(422, page.statusCode());
        var text = new String(page.body(), UTF_8);
        for (var field : FIELDS) {
            assertTrue(text.contains("id=\"" + field + "-error\""), field);
            assertTrue(problem.at("/errors/" + field + "/0").isTextual(), field);
        }
        saysAll(text, "value=\"call me\"", "value=\"javascript:alert(1)\"", "This day is still to come. Use today or an earlier one.");
        for (var day : List.of("999-01-01", "0999-12-31", "10000-01-01", "+1815-12-10", "1815-13-01", "10.12.1815", "x"))
            assertTrue(patch("{\"birthday\":\"" + day + "\"}", 422).at("/errors/birthday/0").isTextual(), day);
        for (var field : FIELDS) patch("{\"" + field + "\":18151210}", 400);
        assertEquals(before, http.profile());
    }

    /** Also where the old calendar would be in the way, and at both ends of what is taken. */
    void keepsEachDay() throws IOException {
        for (var day : List.of("1000-01-01", "1582-10-10", "1900-02-28", "1970-01-01", "2000-02-29"))
            assertEquals(day, patch("{\"birthday\":\"" + day + "\"}", 200).get("birthday").textValue());
        patch("{\"birthday\":\"1815-12-10\"}", 200);
        assertEquals("1815-12-10", http.profile().get("birthday").textValue());
    }

    void takesThemAlong() throws IOException {
        var zip = Zip.of(http.send("GET", "/accounts/export/", null, BodyPublishers.noBody()).body());

        var json = zip.json("profile.json").get("profile");
        assertEquals("+44 20 7946-0000", json.get("phone").textValue());
        assertEquals("https://www.linkedin.com/in/ada", json.get("linkedin").textValue());
        assertEquals("1815-12-10", json.get("birthday").textValue());
        assertArrayEquals(Samples.png(), zip.entries().get(json.get("photo").textValue()));
    }

    /** As staff, with a look for her number. */
    void isFoundByThem() throws IOException {
        var csv = page("/staff/profiles/export.csv?q=7946&has_photo=yes");
        saysAll(csv, ",phone,linkedin,birthday,photo,", ",\"'+44 20 7946-0000\",https://www.linkedin.com/in/ada,1815-12-10,http",
            "/media/photos/ada.png,");
        var json = JsonMapper.builder().build().readTree(page("/staff/profiles/export.jsonl?q=7946"));
        assertEquals("+44 20 7946-0000", json.get("phone").textValue());
        assertEquals("1815-12-10", json.get("birthday").textValue());
        assertEquals("/media/photos/ada.png", path(json.get("photo")));
        saysAll(page("/staff/profiles/?q=7946"), "name=\"has_photo\"", ">Photo</a>", "export.zip?q=7946&amp;field=photo");
        assertEquals(2, page("/staff/profiles/export.csv").lines().count());
        assertEquals(1, page("/staff/profiles/export.csv?has_photo=no").lines().count());
    }

    void clearsThem() throws IOException {
        patch("{}", 200);
        nothing(patch("{\"phone\":null,\"linkedin\":\"\",\"birthday\":null,\"photo\":null}", 200));
        nothing(http.profile());
        http.save(new Form().text("birthday", "1815-12-10"));
        http.save(new Form().text("birthday", ""));
        nothing(http.profile());
    }

    void uploadsAgain() throws IOException {
        http.save(new Form().file("photo", "ada.png", "image/png", Samples.png()));
    }

    void leaves() throws IOException {
        var answer = http.send("POST", "/accounts/delete/", "application/x-www-form-urlencoded",
            BodyPublishers.ofString("password=correct+horse"));
        assertEquals(303, answer.statusCode());
    }

    private static void nothing(JsonNode json) {
        assertEquals("", json.get("phone").textValue());
        assertEquals("", json.get("linkedin").textValue());
        assertTrue(json.get("birthday").isNull() && json.get("photo").isNull(), json::toString);
    }

    private JsonNode patch(String json, int status) throws IOException {
        var answer = http.send("PATCH", "/api/profile/", "application/json", BodyPublishers.ofString(json));
        assertEquals(status, answer.statusCode(), json + ": " + new String(answer.body(), UTF_8));
        return JsonMapper.builder().build().readTree(answer.body());
    }

    private String page(String path) throws IOException {
        return new String(http.send("GET", path, null, BodyPublishers.noBody()).body(), UTF_8);
    }

    private static void saysAll(String page, String... parts) {
        for (var part : parts) assertTrue(page.contains(part), part + " in " + page);
    }

    private static String path(JsonNode url) {
        return url.textValue().replaceFirst("http://[^/]+", "");
    }
}
