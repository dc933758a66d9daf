package profiles.account.authentication;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** User name and password as the Basic scheme sends them: base64 of {@code name:password} in UTF-8 (RFC 7617). */
record BasicCredentials(String username, String password) {

    /** @return null for what is no such thing */
    static BasicCredentials read(String value) {
        try {
            var text = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
            var colon = text.indexOf(':');
            return colon < 0 ? null : new BasicCredentials(text.substring(0, colon), text.substring(colon + 1));
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "BasicPair[" + username + "]";
    }
}
