package profiles.account;

import java.text.Normalizer;
import java.util.regex.Pattern;
import profiles.web.FormErrors;
import profiles.web.TextRules;

/**
 * User names by Django's rules: letters and digits of any script, and {@code _ @ . + -}; at most 150 code points, after NFKC. Of the
 * letters only those that can be seen.
 */
public final class Username {
    public static final int MAX = 150;
    public static final String TAKEN = "This user name is taken. Choose another one.";
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_@.+\\-&&[^\u115F\u1160\u3164\uFFA0]]+");

    private Username() {
    }

    public static String normalize(String typed) {
        return Normalizer.normalize(TextRules.strip(typed), Normalizer.Form.NFKC);
    }

    public static void validate(String username, FormErrors errors) {
        if (username.isEmpty()) errors.add("username", "Choose a user name.");
        else if (!ALLOWED.matcher(username).matches()) errors.add("username", "Use only letters, digits and these signs: @ . + - _");
        if (TextRules.length(username) > MAX) errors.add("username", TextRules.tooLong(MAX, TextRules.length(username)));
    }
}
