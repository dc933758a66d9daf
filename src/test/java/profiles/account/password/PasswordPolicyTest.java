package profiles.account.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.SqliteServiceTest;
import profiles.web.FormErrors;

class PasswordPolicyTest extends SqliteServiceTest {
    private static final String COMMON = "This is easy to guess. Use a few words that do not belong together.",
        OWN = "This is too close to your own name or e-mail address. Use a few words that have nothing to do with you.";

    // ASVS 6.2.1: characters as people count them, whatever their bytes
    @Test void eight_characters_are_enough_and_seven_are_not() {
        assertTrue(refused("seven77").contains("Use at least 8 characters."));
        assertTrue(refused("\ud83d\udc0e".repeat(7)).contains("Use at least 8 characters."));
        assertTaken("\u0436\u043b\u043e\u0431\u043d\u044b\u0439 \u043a");
    }

    private static final PasswordPolicy.Strength STRENGTH = (field, password, ownNames, form, errors) ->
        PasswordStrength.of(password, ownNames, List.of("acme")).validate(field, errors);

    // ASVS 6.2.4: the 3,000 most common and more
    @Test void common_passwords_are_refused_also_in_disguise() {
        for (var common : new String[] {"password", "password1", "12345678", "qwertyuiop", "iloveyou", "P@ssw0rd", "drowssap", "Football1",
            "letmein!", "trustno1", "aaaaaaaaaaaa", "abcabcabcabc", "          ", "abcdefghijkl", "87654321", "1984-11-25", "summer2026",
            "password".repeat(20)})
            assertEquals(List.of(COMMON), refused(common), common);
    }

    // ASVS 6.2.4: they have all kinds of characters, and are the first that are tried.
    @ParameterizedTest
    @ValueSource(strings = {"Admin@123", "Summer2024!", "P@ssw0rd2023!", "zaq1@WSX", "Winter2025!", "Password1!", "Qwerty123!",
        "Welcome@2024",
        "Profiles2026!", "1qaz!QAZ", "Passw0rd!", "!QAZ2wsx", "1qaz@WSX", "Test@1234", "Abcd@1234", "Aa@123456", "Pa$$w0rd", "Ch@ngeMe123!",
        "Monday2024#",
        "L3tm31n!!", "Liverpool83!", "2024Summer!", "!!Dragon!!", "Sommer2024!", "Passwort123!", "Hallo1234!", "qwe123!@#", "Iloveyou1!",
        "drowssaP1!",
        "TestTest123!", "Acme2026!", "asdf1234!", "India@2025", "Admin1234!@#$", "Qwertz123!", "Azerty2024!", "sergey1985", "natasha123"})
    void a_common_word_is_refused_with_a_year_keys_beside_each_other_and_signs(String common) {
        assertEquals(List.of(COMMON), refused(common), common);
    }

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery staple", "correct horse", "kX9#mQ2$vL", "7hj2Kq9xZp", "nine geese walk",
        "horse7walks2Berlin", "v3X-81tq-Lm",
        "Summer rain on tin", "ihr Hund frisst gern", "zebra!lamp!cloud", "9f8a7c6e5d"})
    void a_good_passphrase_and_random_characters_are_taken(String good) {
        assertTaken(good);
    }

    // ASVS 6.2.11: words of the account and of the place
    @Test void the_accounts_own_names_are_refused_also_in_parts_and_disguise() {
        for (var own : new String[] {"johnsmith", "JohnSmith99", "j0hnsm1th", "smith.john", "smithsmith", "htimsnhoj",
            "john@example.org", "exampleorg", "Smith2026!", "John@123!", "Sm1th!!2024"})
            assertEquals(List.of(OWN), refused(own), own);
        assertFalse(refused("profiles1").isEmpty());
        assertTaken("smith walks nine geese");
    }

    // ASVS 6.2.5, 6.2.9: no kind of character is asked for, and none is forbidden
    @Test void any_characters_will_do() {
        for (var fine : new String[] {"correct horse", "onlysmalllettersx", "91736402658",
            "\u043d\u043e\u0432\u044b\u0439 \u0434\u0435\u043d\u044c",
            "\ud83d\udc0e\ud83d\udd0b\ud83d\udcce\ud83c\udf0a\ud83c\udf19\u2693\ud83c\udf4b\ud83e\udd81",
            " starts with a blank", "a <b> & \"c\" 'd'",
            "xy7 ".repeat(4) + "long as a verse, and not the end of it: sixty-four are nothing"})
            assertTaken(fine);
    }

    // ASVS 6.2.8, 6.2.9
    @Test void a_long_password_counts_to_its_last_byte() {
        var max = "kept whole, " + "x7\u0436".repeat(1021); // 12 + 4 times 1021 bytes
        var register = new String[] {"username", "longwinded", "password1", max, "password2", max};

        assertEquals(201, program.post("/accounts/register/", register).status());
        assertEquals(200, service.program().login("longwinded", max).status());
        assertEquals(422, service.program().login("longwinded", max.substring(0, max.length() - 1)).status());
        assertEquals(List.of("Use at most 4096 bytes."), refused(max + "y"));
    }

    // ASVS 6.2.8
    @Test void blanks_and_capitals_count() {
        program.post("/accounts/register/", "username", "exact", "password1", " Correct horse ", "password2", " Correct horse ");

        assertEquals(200, service.program().login("exact", " Correct horse ").status());
        assertEquals(422, service.program().login("exact", "Correct horse").status());
        assertEquals(422, service.program().login("exact", " correct horse ").status());
    }

    // ASVS 6.2.6, 6.2.7
    @Test void the_page_says_what_makes_a_good_one_and_stands_in_no_password_managers_way() {
        var page = browser.get("/accounts/register/");

        assertTrue(page.contains(PasswordPolicy.HINT));
        var field = page.body().replaceAll("(?s).*(<input id=\"password1\".*?>).*", "$1");
        assertTrue(field.contains("type=\"password\"") && field.contains("autocomplete=\"new-password\""), field);
        assertFalse(field.contains("maxlength"), "a browser would cut what is pasted");
    }

    @Test void people_and_programs_hear_what_to_do() {
        for (var client : new Client[] {browser, program}) {
            Answer answer = client.post("/accounts/register/", "username", "johnsmith", "email", "js@example.org",
                "password1", "johnsmith7", "password2", "johnsmith7");

            assertEquals(422, answer.status());
            assertTrue(answer.contains(OWN), answer.toString());
            assertFalse(answer.contains("johnsmith7"));
        }
    }

    @Test void two_that_differ_are_told_beside_the_second() {
        var errors = new FormErrors();
        PasswordPolicy.validate(new PasswordPolicy.Typed("new_password1", "correct horse", "new_password2", "correct house"), List.of(),
            STRENGTH, null, errors);

        assertEquals(List.of("The two passwords are not the same. Type both again."), errors.of("new_password2"));
        assertEquals(List.of(), errors.of("new_password1"));
    }

    @Test void no_password_takes_long_to_judge() {
        refused("warm up, please");

        // In full, the many readings of such letters take minutes.
        assertTimeout(Duration.ofSeconds(5), () -> refused("4@8({[<369!1|7$50+%2z".repeat(190)));
        assertTimeout(Duration.ofSeconds(5), () -> refused("a".repeat(4096)));
    }

    private static List<String> refused(String password) {
        var errors = new FormErrors();
        PasswordPolicy.validate(new PasswordPolicy.Typed("password1", password, "password2", password),
            List.of("john.smith", "john@example.org", ""), STRENGTH,
            null, errors);
        return errors.of("password1");
    }

    private static void assertTaken(String password) {
        assertEquals(List.of(), refused(password), password);
    }
}
