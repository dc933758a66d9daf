package profiles.net;

import com.ibm.icu.text.IDNA;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Domain names as DNS knows them, by UTS 46 without transitional processing (IDNA 2008). {@link java.net.IDN} follows IDNA 2003 and makes
 * {@code fass.de}, which belongs to somebody else, of {@code faß.de}.
 */
public final class DomainName {
    private static final int MAX_LENGTH = 253;
    /** Names that stay as they are, but for capital letters: most of them, so the tables of Unicode are seldom loaded. */
    private static final Pattern ASCII = Pattern.compile("(?i)(?!.*(?:^|\\.)xn--)[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})*\\.?");

    private DomainName() {
    }

    /** @return the name in small ASCII letters, such as {@code xn--fa-hia.de}; null when DNS can have no such name */
    public static String toAscii(String name) {
        if (ASCII.matcher(name).matches()) return name.length() > MAX_LENGTH ? null : name.toLowerCase(Locale.ROOT);
        var info = new IDNA.Info();
        var ascii = Uts46.RULES.nameToASCII(name, new StringBuilder(), info).toString();
        return info.hasErrors() ? null : ascii;
    }

    /** @param ascii what {@link #toAscii} returned */
    public static String toUnicode(String ascii) {
        return Uts46.RULES.nameToUnicode(ascii, new StringBuilder(), new IDNA.Info()).toString();
    }

    /** Loaded at its first use. */
    private static final class Uts46 {
        private static final IDNA RULES = IDNA.getUTS46Instance(IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ
            | IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.NONTRANSITIONAL_TO_UNICODE);
    }
}
