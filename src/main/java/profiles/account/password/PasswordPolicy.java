package profiles.account.password;

import java.nio.charset.StandardCharsets;
import java.util.List;
import profiles.web.FormErrors;
import profiles.web.TextRules;
import profiles.web.View;

/** The rules for a new password (ASVS 6.2): long enough, hard to guess, typed twice. All characters are allowed, and none is trimmed. */
public final class PasswordPolicy {
    private static final int MIN_CHARACTERS = 8, MAX_BYTES = 4096;

    /** For the page that asks for one. */
    public static final String HINT = "At least " + MIN_CHARACTERS + " characters. "
        + "A few words that do not belong together make a good one; names, dates and rows of keys do not. "
        + "You can paste it from a password manager.";

    private PasswordPolicy() {
    }

    /** Judges how hard a password is to guess. That takes long, so it comes after all else. */
    @FunctionalInterface
    public interface Strength {
        /** @param form to be shown again when it was tried too often; null for a command */
        void validate(String field, String password, List<String> ownNames, View form, FormErrors errors);
    }

    /** A new password as it was typed: {@code field1} and {@code field2} are the names of the fields that hold it. */
    public record Typed(String field1, String first, String field2, String second) {
    }

    /**
     * Tells all that is wrong to {@code errors}. A password that differs from its repetition is not judged further: it is typed again
     * anyway.
     *
     * @param ownNames what anyone can know of the account: user name, e-mail address, full name; "" is none
     * @param form     to be shown again when it was tried too often; null for a command
     */
    public static void validate(Typed typed, List<String> ownNames, Strength strength, View form, FormErrors errors) {
        var password = typed.first();
        if (TextRules.length(password) < MIN_CHARACTERS) errors.add(typed.field1(), "Use at least " + MIN_CHARACTERS + " characters.");
        else if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) errors.add(typed.field1(),
            "Use at most " + MAX_BYTES + " bytes.");
        else if (TextRules.isGarbled(password)) errors.add(typed.field1(), "Some characters could not be read. Send the text as UTF-8.");
        else if (password.equals(typed.second())) strength.validate(typed.field1(), password, ownNames, form, errors);
        if (!password.equals(typed.second())) errors.add(typed.field2(), "The two passwords are not the same. Type both again.");
    }
}
