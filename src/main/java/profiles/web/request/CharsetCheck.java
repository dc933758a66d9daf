package profiles.web.request;

import io.javalin.http.Context;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;
import profiles.web.Problem;

/** Accepts text in UTF-8 only: text in another charset would be misread. */
public final class CharsetCheck {
    private static final Pattern OTHER = Pattern.compile(";\\s*charset(?!\\s*=\\s*\"?(utf-?8|us-ascii)\"?\\s*(;|$))",
        Pattern.CASE_INSENSITIVE);

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private CharsetCheck() {
    }

    /** Some programs begin each text with a byte order mark, which stands for nothing (RFC 3629, 6). */
    public static ByteBuffer skipMark(ByteBuffer text) {
        var marked = text.remaining() >= MARK.length && text.slice(text.position(), MARK.length).equals(ByteBuffer.wrap(MARK));
        return marked ? text.position(text.position() + MARK.length) : text;
    }

    /** @throws Problem 415 */
    public static void check(Context ctx) {
        check(ctx.header("Content-Type"));
    }

    /** @param type as Content-Type has it; null for none @throws Problem 415 */
    public static void check(String type) {
        if (type != null && OTHER.matcher(type).find()) throw Problem.unsupported(
            "Send text as UTF-8: no other charset is understood here.");
    }
}
