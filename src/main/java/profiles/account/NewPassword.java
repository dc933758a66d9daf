package profiles.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import profiles.web.Errors;
import profiles.web.Text;

/** What a new password must be (ASVS 6.2): long enough, hard to guess, typed twice alike; of any characters, never trimmed or cut. */
public final class NewPassword {
    private static final int LEAST_CHARACTERS = 8, MOST_BYTES = 4096;

    /** For the page that asks for one. */
    public static final String HINT = "At least " + LEAST_CHARACTERS + " characters. "
        + "A few words that do not belong together make a good one; names, dates and rows of keys do not. "
        + "You can paste it from a password manager.";

    private NewPassword() {
    }

    /**
     * Tells all that is wrong to {@code errors}.
     *
     * @param field1   the name of the field that holds the password
     * @param field2   the name of the field that holds it once more
     * @param ownNames what anyone can know of the account: user name, e-mail address, full name; "" is none
     */
    static void judge(String field1, String first, String field2, String second, List<String> ownNames, Errors errors) {
        if (Text.length(first) < LEAST_CHARACTERS) errors.on(field1, "Use at least " + LEAST_CHARACTERS + " characters.");
        else if (first.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) errors.on(field1, "Use at most " + MOST_BYTES + " bytes.");
        else if (Text.garbled(first)) errors.on(field1, "Some characters could not be read. Send the text as UTF-8.");
        else Guess.of(first, ownNames).judge(field1, errors);
        if (!first.equals(second)) errors.on(field2, "The two passwords are not the same. Type both again.");
    }
}
