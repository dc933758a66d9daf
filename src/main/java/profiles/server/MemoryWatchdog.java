package profiles.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Ends the process when its memory is used up, as {@code -XX:+ExitOnOutOfMemoryError} does, which a jar cannot ask for. Otherwise threads
 * would be missing from then on, such as the one that hears SIGTERM: nobody would be answered, and nobody would restart it.
 */
public final class MemoryWatchdog extends TurboFilter {
    /** That of Java's own option. */
    static final int EXIT_CODE = 3;
    private static final long PERIOD_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_FAILURES = 3;
    private static final int PROBE_BYTES = (int) Math.min(1 << 20, Runtime.getRuntime().maxMemory() / 64);
    /** Ready before they are needed: then there is no memory to make them. */
    private static final byte[] LAST_WORDS =
        "The memory is used up: the service ends (java.lang.OutOfMemoryError). Give it more with -Xmx.\n".getBytes(StandardCharsets.UTF_8);
    private static final FileOutputStream STDERR = new FileOutputStream(FileDescriptor.err);

    /** A field, so that the compiler cannot leave the allocation out. */
    private static volatile byte[] probe;

    private MemoryWatchdog() {
    }

    /** Errors are seen where they end a thread, or are logged; a failed allocation of its own tells of those that were swallowed. */
    public static void install() {
        Thread.setDefaultUncaughtExceptionHandler(MemoryWatchdog::uncaught);
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) logs.addTurboFilter(new MemoryWatchdog());
        var thread = new Thread(MemoryWatchdog::watch, "watchdog");
        thread.setDaemon(true);
        thread.setPriority(Thread.MAX_PRIORITY);
        thread.start();
    }

    private static void watch() {
        for (int failures = 0; failures < MAX_FAILURES;) {
            LockSupport.parkNanos(PERIOD_NANOS);
            failures = isExhausted() ? failures + 1 : 0;
        }
        exit();
    }

    private static boolean isExhausted() {
        try {
            probe = new byte[PROBE_BYTES];
            probe = null;
            return false;
        } catch (OutOfMemoryError exhausted) {
            return true;
        }
    }

    private static void uncaught(Thread thread, Throwable failure) {
        if (isOutOfMemory(failure)) exit();
        LoggerFactory.getLogger(MemoryWatchdog.class).error("the thread \"{}\" has ended", thread.getName(), failure);
    }

    /** Before anything is written, which would need memory. */
    @Override
    public FilterReply decide(Marker marker, Logger logger, Level level, String format, Object[] parameters, Throwable failure) {
        if (level.isGreaterOrEqual(Level.WARN)) {
            if (isOutOfMemory(failure)) exit();
            if (parameters != null) for (var each : parameters) if (each instanceof Throwable thrown && isOutOfMemory(thrown)) exit();
        }
        return FilterReply.NEUTRAL;
    }

    private static boolean isOutOfMemory(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) if (cause instanceof OutOfMemoryError) return true;
        return false;
    }

    private static void exit() {
        try {
            STDERR.write(LAST_WORDS);
        } catch (Throwable mute) {
            // It ends all the same.
        }
        Runtime.getRuntime().halt(EXIT_CODE);
    }
}
