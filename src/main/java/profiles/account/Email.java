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

    /** One that mail can be sent to: Django's tables may hold others, or none. */
    static boolean mailable(String address) {
        return ADDRESS.matcher(address).matches() && Text.length(address) <= MOST && !Text.garbled(address);
    }

    /** Whether two addresses lead to the same box, as nearly all mail servers see it: capital letters make no difference. */
    static boolean alike(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** In small letters, one for one. */
    static String folded(String address) {
        var small = address.codePoints().map(Character::toLowerCase).toArray();
        return new String(small, 0, small.length);
    }

    /** @return the address, which must be given */
    static String demand(String typed, Errors errors) {
        var email = read(typed, errors);
        if (email.isEmpty() && errors.of("email").isEmpty()) errors.on("email", "Type an e-mail address.");
        return email;
    }

    /** @return the address; "" is none, and fine */
    static String read(String typed, Errors errors) {
        var email = Text.line("email", typed, MOST, errors);
        if (!email.isEmpty() && errors.of("email").isEmpty() && !ADDRESS.matcher(email).matches())
            errors.on("email", "Enter an e-mail address, such as name@example.org.");
        return email;
    }
}
