package profiles.account;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a personal token reads: {@code prf_}, 256 random bits, and a checksum, in letters and digits that a double click selects whole. The
 * prefix and the checksum let scanners tell a leaked one from other text, and us refuse a mistyped one without asking the database.
 */
public final class TokenFormat {
    static final int SHOWN = 8;
    private static final int BITS = 256, SECRET = 43, CHECKSUM = 6;
    private static final String PREFIX = "prf_", DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern SHAPE = Pattern.compile(PREFIX + "[0-9A-Za-z]{" + (SECRET + CHECKSUM) + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private TokenFormat() {
    }

    public static String random() {
        var secret = PREFIX + base62(new BigInteger(BITS, RANDOM), SECRET);
        return secret + checksum(secret);
    }

    public static boolean isWellFormed(String text) {
        if (!SHAPE.matcher(text).matches()) return false;
        var end = PREFIX.length() + SECRET;
        return checksum(text.substring(0, end)).equals(text.substring(end));
    }

    static String displayedPrefix(String text) {
        return text.substring(0, SHOWN);
    }

    private static String checksum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.US_ASCII));
        return base62(BigInteger.valueOf(sum.getValue()), CHECKSUM);
    }

    private static String base62(BigInteger number, int length) {
        var out = new StringBuilder();
        for (var rest = number; out.length() < length; rest = rest.divide(BigInteger.valueOf(DIGITS.length())))
            out.append(DIGITS.charAt(rest.mod(BigInteger.valueOf(DIGITS.length())).intValue()));
        return out.reverse().toString();
    }
}
