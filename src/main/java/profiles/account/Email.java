package profiles.account;

import java.util.regex.Pattern;
import profiles.web.Errors;
import profiles.web.Text;

/** E-mail addresses as HTML's input field takes them, with a dot in the domain. */
final class Email {
    static final int MOST = 254;
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@\"<>(),:;\\[\\]\\\\]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");

    private Email() {
    }

    /** @return the address; "" is none, and fine */
    static String read(String typed, Errors errors) {
        var email = Text.line("email", typed, MOST, errors);
        if (!email.isEmpty() && errors.of("email").isEmpty() && !ADDRESS.matcher(email).matches())
            errors.on("email", "This is not an e-mail address.");
        return email;
    }
}
