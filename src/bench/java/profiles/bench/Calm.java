package profiles.bench;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.IntStream;

/** Whether the machine is ours alone: how long a fixed piece of work takes on all processors. */
final class Calm {
    private static final int WORK = 1 << 24;
    private static final double DISTURBED = 1.3;
    private static final long PAUSE_MILLIS = 500;

    private double best = Double.MAX_VALUE;

    /** Learns what calm is. */
    Calm() {
        for (int i = 0; i < 12; i++) now();
    }

    /** @return milliseconds */
    double now() {
        var started = System.nanoTime();
        var threads = IntStream.range(0, Runtime.getRuntime().availableProcessors()).mapToObj(each -> new Thread(Calm::work)).toList();
        threads.forEach(Thread::start);
        for (var thread : threads) join(thread);
        var took = (System.nanoTime() - started) / 1e6;
        best = Math.min(best, took);
        return took;
    }

    /** Waits for a calm moment, but not for ever. */
    void await(int seconds) throws InterruptedException {
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!at(now()) && System.nanoTime() < end) Thread.sleep(PAUSE_MILLIS);
    }

    boolean at(double took) {
        return took <= best * DISTURBED;
    }

    private static void work() {
        try {
            MessageDigest.getInstance("SHA-256").digest(new byte[WORK]);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
