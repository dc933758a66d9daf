package profiles.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {
        "https://www.example.org/a?b=c&d#e https://www.example.org/a?b=c&d#e",
        "HTTP://WWW.Example.org/Ada http://www.example.org/Ada",
        "www.example.org https://www.example.org/",
        "example.org/in/ada https://example.org/in/ada",
        "example.org:8080/x https://example.org:8080/x",
        "example.org?q=1 https://example.org/?q=1",
        "http://intranet/ada http://intranet/ada",
        "http://127.0.0.1:8080 http://127.0.0.1:8080/",
        "https://example.org/Zoë/履 https://example.org/Zo%C3%AB/%E5%B1%A5",
        "https://пример.рф/ https://xn--e1afmkfd.xn--p1ai/",
        "https://example.org/a%20b https://example.org/a%20b",
        "example.org/http://other.org https://example.org/http://other.org",
        "example.org/@ada https://example.org/@ada"})
    void an_address_is_kept_in_one_form(String typed, String kept) {
        assertEquals(kept, WebUrl.of(typed));
        assertEquals(kept, WebUrl.of(kept));
    }

    @ParameterizedTest // ASVS 1.2.2
    @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", "javascript:1",
        "javascript://example.org/%0Aalert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "ftp://example.org/", "mailto:ada@example.org",
        "blob:https://example.org/1"})
    void what_is_no_page_is_refused(String typed) {
        assertNull(WebUrl.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "https://", "https:///path", "http:example.org", "//example.org/", "https://bank.com@evil.com/",
        "https://a:b@evil.com/",
        "https://example.org\\@evil.com/", "https://exa mple.org/", "https://example.org/a b", "https://example.org/<b>",
        "https://example.org/\"x",
        "https://example.org:99999/", "https://example.org:/", "https://example..org/", "https://exa_mple!.org/", "https://-/",
        "https://example.org/%zz",
        "https://example.org/\nx", "https://[::1]/", ""})
    void what_no_browser_would_understand_or_deceives_is_refused(String typed) {
        assertNull(WebUrl.of(typed));
    }
}
