package profiles.web;

import io.javalin.http.Context;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.content.ContentSourceCompletableFuture;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** The bytes of a request that holds no files. */
final class Body {
    /** Lets all of it come, and drops it: then it is a 413. */
    static final Arrival.Receiver REFUSED = (body, end) -> read(body, Body::drop, end);
    private static final int SECONDS = 2;
    /** Large ones at once: read, decoded and parsed, one takes some megabytes, and all together at most a third of the heap. */
    static final Semaphore ROOM =
        new Semaphore((int) Math.max(2, Math.min(64, Runtime.getRuntime().maxMemory() / (16L * Limits.TEXTS))), true);

    private Body() {
    }

    /** @param most in bytes */
    static Arrival.Receiver receiver(Path folder, int most) {
        return (body, end) -> receive(body, new Spool(folder, most), end);
    }

    private static void receive(Content.Source body, Spool spool, Promise.Invocable<Closeable> end) {
        read(body, chunk -> spool.write(chunk) ? spool : null, Promise.Invocable.from(InvocationType.BLOCKING, end::succeeded, failure -> {
            Arrival.close(spool);
            end.failed(failure);
        }));
    }

    private static Closeable drop(Content.Chunk chunk) {
        chunk.skip(chunk.remaining());
        if (chunk.isLast()) throw Problem.tooLarge();
        return null;
    }

    private interface Taking {
        /** @return null until the last has come */
        Closeable take(Content.Chunk chunk) throws IOException;
    }

    private static void read(Content.Source body, Taking taking, Promise.Invocable<Closeable> end) {
        var reading = new ContentSourceCompletableFuture<Closeable>(body, InvocationType.BLOCKING) {
            @Override
            protected Closeable parse(Content.Chunk chunk) throws IOException {
                return taking.take(chunk);
            }
        };
        reading.parse();
        reading.whenComplete(Promise.Invocable.toBiConsumer(end));
    }

    /** @throws Problem 503 when too many large ones are read at once, and what the parser throws */
    static Input read(Context ctx, Function<byte[], Input> parser) {
        Spool spool = Arrival.of(ctx);
        return inTurn(spool.size(), () -> parser.apply(bytes(spool)));
    }

    /** @param size in bytes, of all that is taken into memory */
    static Input inTurn(long size, Supplier<Input> reading) {
        if (size <= Limits.OF_GUESTS) return reading.get();
        if (!room()) throw Problem.busy("Too much is being sent at this moment. Try again in a few seconds.", SECONDS);
        try {
            return reading.get();
        } finally {
            ROOM.release();
        }
    }

    private static boolean room() {
        try {
            return ROOM.tryAcquire(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static byte[] bytes(Spool spool) {
        try {
            return spool.bytes();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
