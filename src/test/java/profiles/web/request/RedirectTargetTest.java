package profiles.web.request;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.SqliteServiceTest;

/** ASVS 3.7.2, CWE-601: nobody is led to another site. */
class RedirectTargetTest extends SqliteServiceTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {
        "//evil", "///evil", "////evil", "/\\evil", "/\\/evil", "\\\\evil", "\\/evil", "/x\\evil", "http://evil", "https://evil",
            "http:///x", "http:/x", "HTTP://evil",
        "http://127.0.0.1:8080@evil", "http://127.0.0.1/", "http://127.0.0.1:8080/x", "//127.0.0.1:8080/x", "ftp://127.0.0.1:8080/",
        "javascript:alert(1)",
        "data:text/html,x", "mailto:a@b", "\u0001//evil", "\t//evil", "\n//evil", "/\t/evil", "/\n/evil", "/\r\nSet-Cookie: a=b",
        "/x\u0000", "/\u007F/evil", " //evil",
        " /x", "", " ", "relative/path", "evil.com", "@evil.com", "?x", "#x", "[", "//[", "//[::1", "//evil%2F..", "\u2028//evil"})
    void what_is_no_path_of_ours_is_refused(String request) {
        assertEquals("/home/", RedirectTarget.orDefault("/home/", request));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/ | /", "/x?y=1 | /x?y=1", "/profile/edit/#cv | /profile/edit/#cv", "/media/cvs/%D0%B6.pdf?a=%26 | /media/cvs/%D0%B6.pdf?a=%26",
        "/ж | /%D0%B6", "/a b | /a%20b", "/x?next=//evil | /x?next=//evil", "/x//y | /x//y", "/@evil | /@evil", "/x%0D%0Ay | /x%0D%0Ay",
        "/\uD83C\uDF89 | /%F0%9F%8E%89"})
    void a_path_is_taken_and_encoded(String request, String location) {
        assertEquals(location, RedirectTarget.orDefault("/home/", request));
    }

    @Test void half_a_character_does_no_harm() {
        assertEquals("/%3F", RedirectTarget.orDefault("/home/", "/\uD83C"));
    }

    @Test void a_login_leads_back_to_where_the_visitor_was_going() {
        program.register("returning");

        var request = browser.get("/profile/edit/?a=1&b=%26");
        var page = browser.get(request.location());
        var login = browser.post("/accounts/login/", "username", "returning", "password", "correct horse", "next",
            "/profile/edit/?a=1&b=%26");

        assertEquals("/accounts/login/?next=%2Fprofile%2Fedit%2F%3Fa%3D1%26b%3D%2526", request.location());
        assertEquals(true, page.contains("value=\"/profile/edit/?a=1&b=%26\""));
        assertEquals("/profile/edit/?a=1&b=%26", login.location());
    }

    @Test void a_login_leads_nowhere_else() {
        program.register("tempted");

        for (var evil : new String[] {"//evil.example", "/\\evil.example", "https://evil.example/", "/\r\nSet-Cookie: a=b"}) {
            var login = browser.post("/accounts/login/", "username", "tempted", "password", "correct horse", "next", evil);

            assertEquals("/profile/", login.location());
        }
    }
}
