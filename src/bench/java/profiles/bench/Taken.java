package profiles.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What a process and its children have taken of the machine, as Linux tells it in /proc. */
final class Taken {
    /** Linux counts in hundredths of a second, whatever the kernel's own clock. */
    private static final int MILLIS_A_TICK = 10;
    private static final int UTIME = 11, STIME = 12;

    private Taken() {
    }

    /** @return milliseconds of processor time, its own and the kernel's for it */
    static long cpu(long pid) {
        return family(pid).mapToLong(each -> ticks(read(each, "stat"))).sum() * MILLIS_A_TICK;
    }

    /** @return megabytes that are in memory now */
    static double rss(long pid) {
        return family(pid).mapToLong(each -> kilobytes(read(each, "status"), "VmRSS")).sum() / 1024.0;
    }

    /** @param stat the line of /proc/PID/stat; a name in it may hold blanks and brackets */
    static long ticks(String stat) {
        if (stat.isEmpty()) return 0;
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME]);
    }

    static long kilobytes(String status, String name) {
        return status.lines().filter(line -> line.startsWith(name + ":")).mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum();
    }

    private static Stream<Long> family(long pid) {
        return ProcessHandle.of(pid).stream().flatMap(each -> Stream.concat(Stream.of(each), each.descendants())).map(ProcessHandle::pid);
    }

    /** @return empty when it has ended */
    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), file));
        } catch (IOException ended) {
            return "";
        }
    }
}
