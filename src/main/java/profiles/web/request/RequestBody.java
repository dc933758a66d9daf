package profiles.web.request;

import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ContentSourceCompletableFuture;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import profiles.web.Problem;

/** The body of a request without files. */
public final class RequestBody {
    private static final int SECONDS = 2;
    /** Large ones at once: read, decoded and parsed, one takes some megabytes, and all together at most a third of the heap. */
    public static final Semaphore LIMIT =
        new Semaphore((int) Math.max(2, Math.min(64, Runtime.getRuntime().maxMemory() / (16L * BodyReceiver.TEXTS))), true);

    private RequestBody() {
    }

    /** @param max in bytes */
    static AsyncBody.Receiver receiver(Path folder, int max) {
        return (body, end) -> receive(body, new SpooledBody(folder, max), end);
    }

    private static void receive(Content.Source body, SpooledBody spool, Promise.Invocable<Closeable> end) {
        var reading = new ContentSourceCompletableFuture<Closeable>(body, InvocationType.BLOCKING) {
            @Override
            protected Closeable parse(Content.Chunk chunk) throws IOException {
                return spool.write(chunk) ? spool : null;
            }
        };
        reading.parse();
        reading.whenComplete(Promise.Invocable.toBiConsumer(Promise.Invocable.from(InvocationType.BLOCKING, end::succeeded, failure -> {
            AsyncBody.close(spool);
            end.failed(failure);
        })));
    }

    /** @throws Problem 503 when too many large ones are read at once, and what the parser throws */
    public static FormInput read(Context ctx, Function<byte[], FormInput> parser) {
        SpooledBody spool = AsyncBody.of(ctx);
        return runInTurn(spool.size(), () -> parser.apply(bytes(spool)));
    }

    /** @param size in bytes, of all that is taken into memory */
    public static FormInput runInTurn(long size, Supplier<FormInput> reading) {
        if (size <= BodyReceiver.OF_GUESTS) return reading.get();
        if (!room()) throw Problem.busy("Too much is being sent at this moment. Try again in a few seconds.", SECONDS);
        try {
            return reading.get();
        } finally {
            LIMIT.release();
        }
    }

    private static boolean room() {
        try {
            return LIMIT.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] bytes(SpooledBody spool) {
        try {
            var text = CharsetCheck.skipMark(ByteBuffer.wrap(spool.bytes()));
            return Arrays.copyOfRange(text.array(), text.position(), text.limit());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
