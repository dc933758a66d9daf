package profiles.ratelimit;

import java.text.Normalizer;
import java.util.Locale;
import profiles.net.MailAddress;
import profiles.web.TextRules;

/**
 * What counts as one account. MariaDB finds {@code ada} also as ADA, adá, or with signs in it that have no weight: to spell a name
 * otherwise must not win new tries, and must not tell whether the name is known.
 */
final class AccountKey {
    private static final int MAX = 150;

    private AccountKey() {
    }

    static String of(String typed) {
        var name = TextRules.strip(typed);
        var domain = MailAddress.domain(name);
        if (domain == null) return folded(name);
        // Of an address in one form: two domains that look alike, or differ in an accent, are two.
        return folded(name.substring(0, name.lastIndexOf('@'))) + "@" + TextRules.cut(domain, MAX);
    }

    private static String folded(String name) {
        var folded = plain(TextRules.cut(name, MAX)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return plain(folded).replaceAll("[^\\p{L}\\p{N}_@.+-]", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
}
