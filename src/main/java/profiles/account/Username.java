package profiles.account;

import java.text.Normalizer;
import java.util.regex.Pattern;
import profiles.web.Errors;
import profiles.web.Text;

/** User names by Django's rules: letters and digits of any script, and {@code _ @ . + -}; at most 150 code points, after NFKC. */
final class Username {
    static final int MOST = 150;
    static final String TAKEN = "This user name is taken. Choose another one.";
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{N}_@.+-]+");

    private Username() {
    }

    static String normal(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC);
    }

    static void judge(String username, Errors errors) {
        if (username.isEmpty()) errors.on("username", "Choose a user name.");
        else if (!ALLOWED.matcher(username).matches()) errors.on("username", "Use only letters, digits and these signs: @ . + - _");
        if (Text.length(username) > MOST) errors.on("username", Text.tooLong(MOST, Text.length(username)));
    }
}
