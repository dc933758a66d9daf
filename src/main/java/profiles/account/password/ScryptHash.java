package profiles.account.password;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.SCrypt;

/** scrypt (RFC 7914) in the string of Django 4.0 and later: {@code scrypt$16384$SALT$8$5$HASH}, where 16384 is N, 8 is r and 5 is p. */
record ScryptHash(int n, int r, int p, String salt, String hash) implements StoredHash {
    private static final int BYTES = 64;

    /** N times r times p: four times what Django 5.1 writes; some two seconds' work. */
    private static final long MAX_WORK = 4L * 16384 * 8 * 5;
    private static final Pattern ENCODED = Pattern.compile(
        "scrypt\\$([1-9]\\d{0,6})\\$([^$]{1,64})\\$([1-9]\\d{0,2})\\$([1-9]\\d{0,2})\\$([A-Za-z0-9+/]{86}==)");

    static ScryptHash read(String encoded) {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches()) return null;
        int n = Integer.parseInt(parts.group(1)), r = Integer.parseInt(parts.group(3)), p = Integer.parseInt(parts.group(4));
        // RFC 7914 wants N to be a power of two, and below 2^16 when r is 1.
        if (Integer.bitCount(n) != 1 || n < 2 || r == 1 && n >= 65536 || (long) n * r * p > MAX_WORK) return null;
        return new ScryptHash(n, r, p, parts.group(2), parts.group(5));
    }

    /** 128 times N times r bytes, and some more for the arrays around them; the p parts come one after the other. */
    @Override
    public int kibibytes() {
        return n * r / 8 + n * r / 128 + r * p / 8 + 1;
    }

    @Override
    public String family() {
        return "scrypt " + n + " " + r + " " + p;
    }

    @Override
    public boolean matches(String password) {
        var typed = password.getBytes(StandardCharsets.UTF_8);
        return Base64Text.equal(hash, SCrypt.generate(typed, salt.getBytes(StandardCharsets.UTF_8), n, r, p, BYTES));
    }
}
