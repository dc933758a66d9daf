package profiles.account;

import java.nio.charset.StandardCharsets;
import java.util.List;
import profiles.web.Errors;
import profiles.web.Text;

/** What a new password must be (ASVS 6.2): long enough, typed twice alike; taken as it is, never trimmed or cut. */
final class NewPassword {
    private static final int LEAST_CHARACTERS = 8, MOST_BYTES = 4096;

    private NewPassword() {
    }

    /**
     * @param field1   the name of the field that holds the first one
     * @param ownNames what the person is called, which makes a poor password
     */
    static void judge(String field1, String first, String field2, String second, List<String> ownNames, Errors errors) {
        if (Text.length(first) < LEAST_CHARACTERS) errors.on(field1, "Use at least " + LEAST_CHARACTERS + " characters.");
        if (first.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) errors.on(field1, "Use at most " + MOST_BYTES + " bytes.");
        if (Text.garbled(first)) errors.on(field1, "Some characters could not be read. Send the text as UTF-8.");
        if (!first.equals(second)) errors.on(field2, "The two passwords are not the same.");
    }
}
