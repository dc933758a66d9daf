package profiles.account.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;

/** Hashes compared as the text that Django writes, so that a damaged one differs and never fails to be decoded. */
final class Base64Text {

    private Base64Text() {
    }

    /** @param text base64, with or without its padding */
    static boolean equal(String text, byte[] hash) {
        var encoder = text.endsWith("=") ? Base64.getEncoder() : Base64.getEncoder().withoutPadding();
        return MessageDigest.isEqual(text.getBytes(StandardCharsets.UTF_8), encoder.encode(hash));
    }
}
