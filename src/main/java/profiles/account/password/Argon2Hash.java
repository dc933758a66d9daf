package profiles.account.password;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator.BlockPool;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Argon2 (RFC 9106) in Django's string: {@code argon2$argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}, base64 without padding. */
record Argon2Hash(Argon2Parameters parameters, String hash) implements StoredHash {
    /** OWASP's first choice: 19 MiB, two passes, one lane. */
    private static final int KIBIBYTES = 19 * 1024, PASSES = 2, LANES = 1;
    private static final int SALT = 16, HASH = 32;

    /** Some four seconds' work. */
    private static final long MAX_WORK = 4L * 1024 * 1024;

    // Without a version it is the first one, 16. Django's own hashes are of 16 or 32 bytes, its salts of 8 and more.
    private static final Pattern ENCODED = Pattern.compile("argon2\\$argon2(id?)\\$(?:v=(16|19)\\$)?"
        + "m=([1-9]\\d{0,6}),t=([1-9]\\d{0,3}),p=([1-9]\\d{0,2})"
        + "\\$((?:[A-Za-z0-9+/]{4}){2,16}(?:[A-Za-z0-9+/]{2,3})?)\\$([A-Za-z0-9+/]{16,86})");
    private static final Base64.Encoder TO_TEXT = Base64.getEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    static String write(String password) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var hash = derive(password, today(salt), HASH);
        return "argon2$argon2id$v=19$m=" + KIBIBYTES + ",t=" + PASSES + ",p=" + LANES
            + "$" + TO_TEXT.encodeToString(salt) + "$" + TO_TEXT.encodeToString(hash);
    }

    static Argon2Hash nobody() {
        return new Argon2Hash(today(new byte[SALT]), TO_TEXT.encodeToString(new byte[HASH]));
    }

    static Argon2Hash read(String encoded) {
        var parts = ENCODED.matcher(encoded);
        if (!parts.matches()) return null;
        var kibibytes = Integer.parseInt(parts.group(3));
        var passes = Integer.parseInt(parts.group(4));
        var lanes = Integer.parseInt(parts.group(5));
        if (kibibytes < 8 * lanes || (long) kibibytes * passes > MAX_WORK) return null;
        return new Argon2Hash(parameters("id".equals(parts.group(1)) ? Argon2Parameters.ARGON2_id : Argon2Parameters.ARGON2_i,
            "19".equals(parts.group(2)) ? Argon2Parameters.ARGON2_VERSION_13 : Argon2Parameters.ARGON2_VERSION_10,
            kibibytes, passes, lanes, Base64.getDecoder().decode(parts.group(6))).build(), parts.group(7));
    }

    /** Each block of one KiB is an object of its own, which adds some four per cent. */
    @Override
    public int kibibytes() {
        return parameters.getMemory() + parameters.getMemory() / 16;
    }

    /** The length comes from the string: Django's library wrote 16 bytes, and writes 32. */
    @Override
    public boolean matches(String password) {
        return Base64Text.equal(hash, derive(password, parameters, hash.length() * 3 / 4));
    }

    @Override
    public String family() {
        return "argon2 " + parameters.getType() + " " + parameters.getMemory() + " " + parameters.getIterations() + " "
            + parameters.getLanes();
    }

    @Override
    public boolean current() {
        return parameters.getType() == Argon2Parameters.ARGON2_id && parameters.getVersion() == Argon2Parameters.ARGON2_VERSION_13
            && parameters.getMemory() == KIBIBYTES && parameters.getIterations() == PASSES && parameters.getLanes() == LANES
            && parameters.getSalt().length >= SALT && hash.length() * 3 / 4 == HASH;
    }

    private static Argon2Parameters today(byte[] salt) {
        return parameters(Argon2Parameters.ARGON2_id, Argon2Parameters.ARGON2_VERSION_13, KIBIBYTES, PASSES, LANES, salt).build();
    }

    private static Argon2Parameters.Builder parameters(int type, int version, int kibibytes, int passes, int lanes, byte[] salt) {
        return new Argon2Parameters.Builder(type).withVersion(version)
            .withMemoryAsKB(kibibytes).withIterations(passes).withParallelism(lanes).withSalt(salt);
    }

    /** Memory is kept for hashes of our own size alone. */
    private static byte[] derive(String password, Argon2Parameters of, int length) {
        return of.getMemory() == KIBIBYTES && of.getLanes() == LANES
            ? Argon2BlockPool.borrow(KIBIBYTES, blocks -> derive(password, of, blocks, length)) : derive(password, of, null, length);
    }

    private static byte[] derive(String password, Argon2Parameters of, BlockPool blocks, int length) {
        var generator = new Argon2BytesGenerator();
        generator.init(parameters(of.getType(), of.getVersion(), of.getMemory(), of.getIterations(), of.getLanes(), of.getSalt())
            .withBlockPool(blocks).build());
        var hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
