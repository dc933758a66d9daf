package profiles.account.password;

/** A password hash as Django stores it, parsed. */
public interface StoredHash {

    /** Nobody's: it matches no password, and takes as long to say so as a hash written today. */
    StoredHash NOBODY = Argon2Hash.nobody();

    /** What one comparison takes of the heap, in KiB. */
    int kibibytes();

    /** Slow by design. @param password as typed: never trimmed, cut or folded (ASVS 6.2.8) */
    boolean matches(String password);

    /** Hashes of one family differ in how much {@link #work} they take, and in nothing else that takes time. */
    String family();

    /** How much work a comparison is, in the family's own measure. */
    default int work() {
        return 1;
    }

    /** Does the work of a comparison, for nothing. @param done how much of it has been done already, for a hash of the same family */
    default void spend(String password, int done) {
        if (done < work()) matches(password);
    }

    /** Whether it is as {@link #write} writes them; any other is replaced when its password is next seen. */
    default boolean current() {
        return false;
    }

    /** A new hash (ASVS 11.4.2). @return Django's string, to be kept as it is */
    static String write(String password) {
        return Argon2Hash.write(password);
    }

    /**
     * @param encoded a string of Django's, of any of its versions that salts its hashes slowly
     * @return null for what matches nothing: unusable, unknown or fast (MD5, SHA-1), damaged, or so dear that a row could stop the service
     */
    static StoredHash read(String encoded) {
        return switch (encoded.substring(0, Math.max(0, encoded.indexOf('$')))) {
            case "argon2" -> Argon2Hash.read(encoded);
            case "pbkdf2_sha256", "pbkdf2_sha1" -> Pbkdf2Hash.read(encoded);
            case "bcrypt_sha256", "bcrypt" -> BcryptHash.read(encoded);
            case "scrypt" -> ScryptHash.read(encoded);
            default -> null;
        };
    }
}
