package profiles.bench;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the command line says.
 *
 * @param mode    what is measured: {@code work}, {@code memory}, {@code start}, {@code growth}; none names the first three
 * @param java    the options of the service's JVM, and of the limits'; how much memory it takes is always asked with 64 MB of heap
 * @param against another service with the same forms, without a slash at its end; or null
 * @param pids    its processes, whose processor time counts
 */
record Options(Set<String> mode, int rounds, int seconds, int warm, Set<Work> only, List<String> java, String against, List<Long> pids) {
    static final String USAGE = """
        src/bench/run [work] [memory] [start] [growth] [--rounds 3] [--seconds 5] [--warm 10] [--only page,api,login,upload,download]
                      [--java "-Xmx256m -XX:+UseSerialGC"] [--against http://127.0.0.1:8000 --pids 123,456]
        """;
    private static final Set<String> MODES = Set.of("work", "memory", "start", "growth");

    /** @throws IllegalArgumentException when it cannot be read */
    static Options read(String... arguments) {
        var mode = new TreeSet<String>();
        int rounds = 3, seconds = 5, warm = 10;
        Set<Work> only = EnumSet.allOf(Work.class);
        var java = List.of("-Xmx256m", "-XX:+UseSerialGC");
        String against = null;
        List<Long> pids = List.of();
        for (var rest = new ArrayDeque<>(Arrays.asList(arguments)); !rest.isEmpty();) {
            var word = rest.remove();
            if (MODES.contains(word)) mode.add(word);
            else if (rest.isEmpty()) throw new IllegalArgumentException(word);
            else switch (word) {
                case "--rounds" -> rounds = Integer.parseInt(rest.remove());
                case "--seconds" -> seconds = Integer.parseInt(rest.remove());
                case "--warm" -> warm = Integer.parseInt(rest.remove());
                case "--only" -> only = Stream.of(rest.remove().toUpperCase().split(",")).map(Work::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Work.class)));
                case "--java" -> java = List.of(rest.remove().split(" "));
                case "--against" -> against = rest.remove().replaceFirst("/$", "");
                case "--pids" -> pids = Stream.of(rest.remove().split(",")).map(Long::valueOf).toList();
                default -> throw new IllegalArgumentException(word);
            }
        }
        return new Options(mode.isEmpty() ? Set.of("work", "memory", "start") : mode, rounds, seconds, warm, only, java, against, pids);
    }

    /** With rounds of another length. */
    Options lasting(int seconds) {
        return new Options(mode, rounds, seconds, warm, only, java, against, pids);
    }

    /** With a small heap. */
    List<String> frugal() {
        return Stream.concat(java.stream().filter(option -> !option.startsWith("-Xmx")), Stream.of("-Xmx64m")).toList();
    }
}
