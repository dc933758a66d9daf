package profiles.account.password;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** PBKDF2 (RFC 8018) in Django's string: {@code pbkdf2_sha256$260000$SALT$HASH}. The salt is used as it is written, not decoded. */
record Pbkdf2Hash(String algorithm, int bytes, int iterations, String salt, String hash) implements StoredHash {
    /** Eight times what Django 5.2 writes; some three seconds' work. */
    private static final int MAX_ITERATIONS = 8_000_000;
    private static final Pattern ENCODED = Pattern.compile("pbkdf2_sha(256|1)\\$([1-9]\\d{0,7})\\$([^$]{1,64})\\$([A-Za-z0-9+/]{27,43}=)");

    static Pbkdf2Hash read(String encoded) {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches()) return null;
        var iterations = Integer.parseInt(parts.group(2));
        if (iterations > MAX_ITERATIONS) return null;
        var bytes = parts.group(1).equals("256") ? 32 : 20;
        return new Pbkdf2Hash("PBKDF2WithHmacSHA" + parts.group(1), bytes, iterations, parts.group(3), parts.group(4));
    }

    @Override
    public int kibibytes() {
        return 1;
    }

    @Override
    public String family() {
        return algorithm;
    }

    @Override
    public int work() {
        return iterations;
    }

    /** A table in use holds a mixture, since each version of Django has more iterations: what is missing is made up for, as Django does. */
    @Override
    public void spend(String password, int done) {
        if (done < iterations) derive(password, iterations - done);
    }

    @Override
    public boolean matches(String password) {
        return Base64Text.equal(hash, derive(password, iterations));
    }

    /** The JDK encodes the password as UTF-8, as Django does. */
    private byte[] derive(String password, int times) {
        try {
            var key = new PBEKeySpec(password.toCharArray(), salt.getBytes(StandardCharsets.UTF_8), times, 8 * bytes);
            return SecretKeyFactory.getInstance(algorithm).generateSecret(key).getEncoded();
        } catch (GeneralSecurityException never) {
            throw new AssertionError(never);
        }
    }
}
