package profiles.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Scanner;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** Work without HTTP in some threads, told in the words of {@link Wrk}. */
final class Loop {
    interface Each {
        /** @param thread 0, 1, 2, ... */
        void once(int thread) throws Exception;
    }

    private Loop() {
    }

    /** For each line of standard input, which is a number of seconds. */
    static void of(int threads, Each work) throws Exception {
        System.out.println("ready at nowhere");
        var pool = Executors.newFixedThreadPool(threads);
        for (var in = new Scanner(System.in); in.hasNextInt();) {
            var started = System.nanoTime();
            var end = started + in.nextInt() * 1_000_000_000L;
            List<Callable<List<Long>>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                var thread = i;
                all.add(() -> until(end, thread, work));
            }
            var times = new ArrayList<Long>();
            for (var each : pool.invokeAll(all)) times.addAll(each.get());
            say(times.stream().mapToLong(Long::longValue).sorted().toArray(), System.nanoTime() - started);
        }
        pool.shutdown();
    }

    private static List<Long> until(long end, int thread, Each work) throws Exception {
        var times = new ArrayList<Long>();
        for (var now = System.nanoTime(); now < end;) {
            work.once(thread);
            var then = System.nanoTime();
            times.add(then - now);
            now = then;
        }
        return times;
    }

    private static void say(long[] sorted, long took) {
        System.out.printf("RESULT %d %d 0 %.1f %.1f%n", sorted.length, took / 1000, sorted[sorted.length / 2] / 1e3,
            sorted[sorted.length * 99 / 100] / 1e3);
    }
}
