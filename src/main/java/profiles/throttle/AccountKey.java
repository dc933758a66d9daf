package profiles.throttle;

import java.text.Normalizer;
import java.util.Locale;
import profiles.web.Text;

/**
 * What counts as one account. MariaDB finds {@code ada} also as ADA, adá, or with signs in it that have no weight: to spell a name otherwise
 * must not win new tries, and must not tell whether the name is known.
 */
final class AccountKey {
    private static final int MOST = 150;

    private AccountKey() {
    }

    static String of(String typed) {
        var folded = plain(Text.cut(typed, MOST)).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return plain(folded).replaceAll("[^\\p{L}\\p{N}_@.+-]", "");
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD);
    }
}
