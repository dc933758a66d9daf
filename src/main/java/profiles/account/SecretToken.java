package profiles.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets of 256 bits (ASVS 7.2.3), and their hashes, which are all that is stored. */
public final class SecretToken {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private SecretToken() {
    }

    /** @return 43 characters of base64url */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Derived from the stored password hash. A session or token is valid only while the hash is the one that it was created under, whoever
     * changes it (Django included).
     */
    public static String markOf(User user) {
        return hash(user.password());
    }

    /** @param mark "" for what was made before marks were kept */
    static boolean isMarkOf(String mark, User user) {
        return mark.isEmpty() || mark.equals(markOf(user));
    }

    /** SHA-256 in hex, 64 characters: a random secret needs no slow hash. */
    public static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }
}
