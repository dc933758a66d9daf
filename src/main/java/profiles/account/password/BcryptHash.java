package profiles.account.password;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;

/**
 * bcrypt in Django's strings: {@code bcrypt_sha256$$2b$12$SALTHASH} takes the SHA-256 of the password in hex, so that all of it counts;
 * {@code bcrypt$$2b$12$SALTHASH} takes the password, of which bcrypt itself uses 72 bytes.
 */
record BcryptHash(boolean digested, String hash) implements StoredHash {
    /** Costs from 4 to 15: each step doubles the time, and 15 takes some two seconds. */
    private static final Pattern ENCODED = Pattern.compile(
        "bcrypt(_sha256)?\\$(\\$2[aby]\\$(?:0[4-9]|1[0-5])\\$[./A-Za-z0-9]{21}[.Oeu][./A-Za-z0-9]{31})");

    static BcryptHash read(String encoded) {
        var parts = ENCODED.matcher(encoded);
        return parts.matches() ? new BcryptHash(parts.group(1) != null, parts.group(2)) : null;
    }

    @Override
    public int kibibytes() {
        return 4;
    }

    @Override
    public boolean matches(String password) {
        var bytes = password.getBytes(StandardCharsets.UTF_8);
        return OpenBSDBCrypt.checkPassword(hash, digested ? hexOfSha256(bytes) : bytes);
    }

    /** With the cost, which follows the version: {@code $2b$12$}. */
    @Override
    public String family() {
        return "bcrypt " + hash.substring(4, 6);
    }

    private static byte[] hexOfSha256(byte[] bytes) {
        var digest = new SHA256Digest();
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return HexFormat.of().formatHex(hash).getBytes(StandardCharsets.US_ASCII);
    }
}
