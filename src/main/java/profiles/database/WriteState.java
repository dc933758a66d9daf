package profiles.database;

import java.util.concurrent.TimeUnit;

/** Whether the last change of the database succeeded. */
public final class WriteState {
    /** A failure that nobody has met again for so long says little. */
    private static final long FORGOTTEN_NANOS = TimeUnit.MINUTES.toNanos(1);

    private volatile DatabaseFailure failure;
    private volatile long at;

    void failed(DatabaseFailure kind) {
        at = System.nanoTime();
        failure = kind;
    }

    void succeeded() {
        failure = null;
    }

    /** Null where the last change succeeded. */
    public DatabaseFailure failure() {
        var last = failure;
        return last == null || System.nanoTime() - at > FORGOTTEN_NANOS ? null : last;
    }
}
