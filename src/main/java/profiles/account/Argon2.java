package profiles.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 (RFC 9106) in Django's string: {@code argon2$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, base64 without padding. */
final class Argon2 {
    /** OWASP's first choice: 19 MiB, two passes, one lane. */
    static final int KIBIBYTES = 19 * 1024, PASSES = 2, LANES = 1;
    private static final int SALT = 16, HASH = 32;

    private static final Pattern ENCODED = Pattern.compile(
        "argon2\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Argon2() {
    }

    static String hash(String password) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var hash = derive(password, salt, KIBIBYTES, PASSES, LANES, HASH);
        return "argon2$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES
            + "$" + TO_TEXT.encodeToString(salt) + "$" + TO_TEXT.encodeToString(hash);
    }

    /** @return false also for what is no such string */
    static boolean matches(String password, String encoded) {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches()) return false;
        var salt = Base64.getDecoder().decode(parts.group(4));
        var hash = Base64.getDecoder().decode(parts.group(5));
        return MessageDigest.isEqual(hash, derive(password, salt, number(parts.group(1)), number(parts.group(2)), number(parts.group(3)), hash.length));
    }

    private static byte[] derive(String password, byte[] salt, int kibibytes, int passes, int lanes, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
            .withSalt(salt).withMemoryAsKB(kibibytes).withIterations(passes).withParallelism(lanes).build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
