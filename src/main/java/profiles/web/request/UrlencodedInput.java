package profiles.web.request;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import profiles.web.Problem;

/** A form as browsers send it when it has no files. */
final class UrlencodedInput {
    /** More than any form of ours has: each takes far more memory than it has bytes. */
    private static final int FIELDS = 1_000;

    private UrlencodedInput() {
    }

    static FormInput read(byte[] body) {
        var input = new FormInput();
        var pairs = new String(body, StandardCharsets.UTF_8).split("&", FIELDS + 1);
        if (pairs.length > FIELDS) throw Problem.tooLarge();
        for (var pair : pairs) {
            var parts = pair.split("=", 2);
            if (pair.isEmpty()) continue;
            if (parts[0].isEmpty()) throw Problem.malformed("A value of the form has no name.");
            input.put(decode(parts[0]), parts.length == 2 ? decode(parts[1]) : "");
        }
        return input;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw Problem.malformed("The form cannot be decoded: a % is not followed by two hexadecimal digits.");
        }
    }
}
