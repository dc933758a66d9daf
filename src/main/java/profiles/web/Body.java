package profiles.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The bytes of a request that holds no files. */
final class Body {
    private static final int SECONDS = 2;
    /** Large ones at once: read, decoded and parsed, one takes some megabytes, and all together at most a third of the heap. */
    private static final Semaphore ROOM =
        new Semaphore((int) Math.max(2, Math.min(64, Runtime.getRuntime().maxMemory() / (16L * Limits.TEXTS))), true);

    private Body() {
    }

    /** @throws Problem 413 for more than texts may have, 400 or 408 when not all of it comes, 503 when too many large ones come at once */
    static byte[] read(Context ctx) {
        var most = Limits.texts(ctx);
        if (most <= Limits.OF_GUESTS || isSmall(ctx)) return read(ctx, most);
        if (!room()) throw Problem.busy("Too much is sent at this moment. Try again soon.", SECONDS);
        try {
            return read(ctx, most);
        } finally {
            ROOM.release();
        }
    }

    private static boolean isSmall(Context ctx) {
        var length = ctx.req().getContentLengthLong();
        return length >= 0 && length <= Limits.OF_GUESTS;
    }

    private static boolean room() {
        try {
            return ROOM.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] read(Context ctx, int most) {
        try {
            var bytes = ctx.req().getInputStream().readNBytes(most + 1);
            if (bytes.length > most) throw Problem.tooLarge();
            return bytes;
        } catch (IOException broken) {
            throw broken.getCause() instanceof TimeoutException ? new Problem(408, "Request timeout", "The request took too long to come.")
                : Problem.torn("The request ended before all of it had come.");
        }
    }
}
