package profiles.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.staff.StaffTest;

class DirectoryTest extends StaffTest {

    @Test void staff_find_people_by_name_user_name_and_mail_address() {
        person("zelda.fitz", "Zelda Sayre");
        staff(program, "finder");
        staff(browser, "finder-2");

        for (var q : new String[] {"zelda", "ZELDA SAY", "say zel", "zelda.fi", "zelda.fitz@example.org", "fitz"}) {
            var json = search("q", q);
            assertEquals(List.of("zelda.fitz"), names(json), q);
            assertEquals("Zelda Sayre", json.json().at("/results/0/full_name").textValue());
        }
        person("x7k2p9q1w8e3.4r5t6", "Long Address");
        assertEquals(List.of("x7k2p9q1w8e3.4r5t6"), names(search("q", "x7k2p9q1w8e3.4r5t6@example.org")),
            "of many letters and digits by turns");
        var page = browser.get("/staff/profiles/?q=zelda");
        assertEquals(200, page.status());
        assertTrue(page.contains("<a href=\"" + home("zelda.fitz") + "\">Zelda Sayre</a>"), page::toString);
        assertTrue(page.contains("value=\"zelda\""), "what was typed stays");
        assertEquals(List.of(), names(search("q", "elda")), "words are found by their beginnings");
        assertEquals(List.of(), names(search("q", "zelda ada")), "each word must be found");
    }

    @Test void any_script_is_found_without_case_and_accents() {
        person("u-one", "Łukasz Žižek-O’Brien");
        person("u-two", "Жанна Ёлкина");
        person("u-three", "Straßenmüller Li");
        person("u-four", "田中太郎");
        person("u-five", "محمد الحسن");
        person("u-six", "ΟΔΥΣΣΕΥΣ");
        person("u-seven", "राम कुमार");
        staff(program, "polyglot");

        assertEquals(List.of("u-one"), names(search("q", "lukasz ZIZEK")));
        assertEquals(List.of("u-one"), names(search("q", "obrien")));
        assertEquals(List.of("u-one"), names(search("q", "o'brien")));
        assertEquals(List.of("u-two"), names(search("q", "елк жан")));
        assertEquals(List.of("u-three"), names(search("q", "STRASSENMULLER")));
        assertEquals(List.of("u-three"), names(search("q", "li strasse")), "short words count");
        assertEquals(List.of("u-four"), names(search("q", "太郎")), "without blanks between the words");
        assertEquals(List.of("u-five"), names(search("q", "مُحَمَّد")), "with the vowels' points");
        assertEquals(List.of("u-six"), names(search("q", "οδυσσευς")));
        assertEquals(List.of("u-seven"), names(search("q", "राम")));
        assertEquals(List.of(), names(search("q", "रम")), "another vowel is another name");
    }

    @Test void documents_and_state_narrow_the_list() {
        var owner = person("narrow-a", "Narrow Alpha");
        owner.post("/profile/edit/", new Form().file("cv", "n.pdf", "application/pdf", Samples.pdf()));
        person("narrow-b", "Narrow Beta").post("/profile/edit/", new Form().file("certificate", "n.png", "image/png", Samples.png()));
        person("narrow-c", "Narrow Gamma");
        sql("update auth_user set is_active = false where username = 'narrow-c'");
        staff(program, "limiter");

        assertEquals(List.of("narrow-a"), names(search("q", "narrow", "has_cv", "yes")));
        assertEquals(List.of("narrow-b", "narrow-c"), names(search("q", "narrow", "has_cv", "no")));
        assertEquals(List.of("narrow-b"), names(search("q", "narrow", "has_certificate", "yes", "has_cv", "any")));
        assertEquals(List.of("narrow-c"), names(search("q", "narrow", "active", "no")));
        assertEquals(List.of(), names(search("q", "narrow", "active", "no", "has_cv", "yes")));
        var row = search("q", "narrow alpha").json().at("/results/0");
        assertTrue(row.at("/documents/cv").textValue().matches("http://.*/media/cvs/n.*\\.pdf"), row::toString);
        assertTrue(row.at("/documents/certificate").isMissingNode());
        assertTrue(row.at("/url").textValue().endsWith(home("narrow-a")));

        owner.post("/profile/edit/", new Form().text("cv-clear", "on"));
        assertEquals(List.of(), names(search("q", "narrow", "has_cv", "yes")));
    }

    @Test void what_other_programs_write_is_found_at_once() {
        staff(program, "watcher");
        var insert =
            "insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) "
            + "values ";
        sql(insert + "('!', false, 'django-made', 'Grete', 'Hermann', 'gh@example.net', false, true, '2020-01-02 03:04:05')");

        assertEquals(List.of("django-made"), names(search("q", "grete her")));
        assertEquals("Grete Hermann", search("q", "grete").json().at("/results/0/full_name").textValue());
        assertTrue(search("q", "grete").json().at("/results/0/last_login").isNull());

        sql("update auth_user set first_name = 'Greta' where username = 'django-made'");
        assertEquals(List.of(), names(search("q", "grete")));
        assertEquals(List.of("django-made"), names(search("q", "greta")));
        sql("insert into profiles_profile (full_name, bio, user_id) values ('Frau Doktor', '', " + user("django-made").id() + ")");
        assertEquals(List.of("django-made"), names(search("q", "doktor")));
        sql("update profiles_profile set full_name = 'Frau Professor' where full_name = 'Frau Doktor'");
        assertEquals(List.of(), names(search("q", "doktor")));
        assertEquals(List.of("django-made"), names(search("q", "professor")));

        sql("delete from profiles_profile where full_name = 'Frau Professor'");
        sql("delete from auth_user where username = 'django-made'");
        assertEquals(List.of(), names(search("q", "greta")));
        assertEquals(0, service.db().sqlQuery("select count(*) from search_word where word = 'greta'").mapToScalar(Integer.class).findOne(),
            "nothing is kept of who has gone");
    }

    @Test void pages_follow_one_another_in_every_order_and_back() {
        staff(program, "pager");
        var insert =
            "insert into auth_user (password, is_superuser, username, first_name, last_name, email, is_staff, is_active, date_joined) "
            + "values ";
        for (int i = 0; i < 120; i++)
            sql(insert + "('!', false, 'paged-" + (i * 37 % 120) + "', 'Pageperson', 'Same" + i % 7
                + "', '', false, true, '2020-01-02 03:04:0" + i % 9 + "')");

        for (var sort : new String[] {"name", "-name", "username", "-username", "joined", "-joined"}) {
            var first = search("q", "pageperson", "sort", sort);
            assertNull(first.json().get("previous").textValue());
            assertEquals("<" + first.json().get("next").textValue() + ">; rel=\"next\"", first.header("Link"));
            var second = follow(first, "next");
            var third = follow(second, "next");
            var all = joined(names(first), names(second), names(third));
            assertEquals(120, all.size(), sort);
            assertEquals(120, all.stream().distinct().count(), sort);
            assertTrue(third.json().get("next").isNull());
            assertEquals(names(second), names(follow(third, "previous")), sort);
            assertEquals(names(first), names(follow(follow(third, "previous"), "previous")), sort);
            assertNull(follow(follow(third, "previous"), "previous").json().get("previous").textValue());
            assertFalse(names(follow(third, "previous")).isEmpty());
        }
        var up = everybody("name");
        var down = everybody("-name");
        Collections.reverse(down);
        assertEquals(up, down);
    }

    @Test void what_cannot_be_asked_is_told_in_words() {
        staff(program, "asker");
        staff(browser, "asker-2");
        person("somebody", "Some Body");

        var other = IntStream.range(0, 41).mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 26)).toList();
        for (var wrong : new String[] {"sort=height", "has_cv=maybe", "active=1", "cursor=xyz", "cursor=%00", "cursor=PiBuYW1l",
            "cursor=" + "a".repeat(5000), "q=" + "a".repeat(201),
            "q=" + String.join("+", other), "sort=joined&cursor=" + cursor(">joined 5 x"), "sort=joined&cursor=" + cursor(">name 5 x"),
            "cursor=" + cursor(">name 2147483648 x"), "cursor=" + cursor(">name 99999999999 x")}) {
            var json = program.get("/staff/profiles/?" + wrong);
            assertEquals(400, json.status(), wrong);
            assertTrue(json.json().get("detail").textValue().length() > 10);
            assertEquals(400, browser.get("/staff/profiles/?" + wrong).status(), wrong);
        }
        assertTrue(browser.get("/staff/profiles/?q=nobodyhasthis").contains("Nobody was found."));
        assertTrue(browser.get("/staff/profiles/?q=%3F%3F").contains("at least one letter or digit"));
        assertTrue(browser.get("/staff/profiles/?cursor=" + cursor(">name 5 \uDBFF\uDFFF")).contains("There is nobody else."));
        assertEquals(200, program.get("/staff/profiles/?cursor=" + cursor(">name " + Integer.MAX_VALUE + " x")).status());
        for (var odd : new String[] {"'", "%", "_", "\\", "\"", "*", "a*b", "NEAR(", "+-<>", "\uD83D\uDE42", "' or 1=1 --", "\u0000"})
            assertEquals(200, search("q", odd).status(), odd); // ASVS 1.2.4
    }

    @Test void a_staffs_token_that_only_reads_may_search_and_nobody_else() {
        staff(program, "tokened");
        var token = token(program, true);
        var member = service.program().register("plain");

        assertEquals(200, service.program().get("/staff/profiles/", "Authorization", token).status());
        assertEquals(403, member.get("/staff/profiles/").status()); // ASVS 8.2.1
        assertEquals(401, service.program().get("/staff/profiles/").status());
        assertFalse(service.browser().register("plain-2").get("/profile/").contains("/staff/profiles/"));
        assertTrue(staffBrowser().get("/profile/").contains("<a href=\"/staff/profiles/\"><bdi>People</bdi></a>"));
    }

    private Client staffBrowser() {
        staff(browser, "linked");
        return browser;
    }

    private static Client person(String username, String name) {
        var client = service.browser().register(username);
        client.post("/profile/edit/", new Form().text("full_name", name));
        return client;
    }

    private Answer search(String... namesAndValues) {
        return program.get("/staff/profiles/?" + Form.urlencoded(namesAndValues));
    }

    private Answer follow(Answer page, String where) {
        var url = page.json().get(where).textValue();
        return program.get(url.substring(url.indexOf("/staff/")));
    }

    private List<String> everybody(String sort) {
        var page = search("sort", sort);
        var all = new ArrayList<>(names(page));
        while (!page.json().get("next").isNull()) {
            page = follow(page, "next");
            all.addAll(names(page));
        }
        return all;
    }

    private static List<String> names(Answer page) {
        return StreamSupport.stream(page.json().get("results").spliterator(), false).map(row -> row.get("username").textValue()).toList();
    }

    @SafeVarargs
    private static List<String> joined(List<String>... lists) {
        return Stream.of(lists).flatMap(List::stream).toList();
    }

    private static String cursor(String plain) {
        return URLEncoder.encode(Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }
}
