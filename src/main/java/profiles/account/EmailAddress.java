package profiles.account;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import profiles.net.DomainName;
import profiles.net.MailAddress;
import profiles.web.FormErrors;
import profiles.web.TextRules;

/** E-mail addresses as HTML's input field takes them, with a dot in the domain, and with letters of any script on both sides. */
public final class EmailAddress {
    public static final int MAX = 254;
    private static final Pattern ADDRESS = Pattern.compile(
        "[^\\s\\p{Z}\\p{Cc}@\"<>(),:;\\[\\]\\\\]{1,64}@[^\\s\\p{Z}\\p{Cc}@\"<>(),:;\\[\\]\\\\]+");

    private EmailAddress() {
    }

    /** One that mail can be sent to: Django's tables may hold others, or none. */
    public static boolean isDeliverable(String address) {
        return ADDRESS.matcher(address).matches() && hasDomain(address) && !TextRules.hasInvisible(address) && !TextRules.isGarbled(address)
            && TextRules.length(address) <= MAX && TextRules.length(MailAddress.folded(address)) <= MAX;
    }

    private static boolean hasDomain(String address) {
        var domain = MailAddress.domain(address);
        return domain != null && domain.indexOf('.') > 0 && !domain.endsWith(".");
    }

    public static boolean isSameMailbox(String one, String other) {
        return MailAddress.folded(one).equals(MailAddress.folded(other));
    }

    /** How the database may have an address that is alike: its tables are also written by programs that keep what was typed. */
    public static Set<String> spellings(String address) {
        var spellings = new LinkedHashSet<String>();
        for (var each : new String[] {address, MailAddress.folded(address)}) {
            spellings.add(each);
            var domain = MailAddress.domain(each);
            if (domain == null) continue;
            spellings.add(MailAddress.ascii(each));
            if (domain.contains("xn--")) spellings.add(each.substring(0, each.lastIndexOf('@') + 1) + DomainName.toUnicode(domain));
        }
        return spellings;
    }

    /** @return the address, which must be given */
    public static String readRequired(String typed, FormErrors errors) {
        var email = read(typed, errors);
        if (email.isEmpty() && errors.of("email").isEmpty()) errors.add("email", "Type an e-mail address.");
        return email;
    }

    /** @return the address; "" is none, and fine */
    public static String read(String typed, FormErrors errors) {
        var email = Normalizer.normalize(TextRules.line("email", typed, MAX, errors), Normalizer.Form.NFC);
        if (!email.isEmpty() && errors.of("email").isEmpty() && !isDeliverable(email))
            errors.add("email", "Enter an e-mail address, such as name@example.org.");
        return email;
    }
}
