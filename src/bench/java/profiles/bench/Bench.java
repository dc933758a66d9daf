package profiles.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The benchmark: {@code src/bench/run}. See {@link Options}. */
final class Bench {
    private static final int SETTLE_SECONDS = 10;

    private final Options options;
    private final Report report = new Report();

    private Bench(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        try {
            var options = Options.read(arguments);
            if (Wrk.missing()) throw new IllegalArgumentException("wrk is not installed: apt-get install wrk");
            new Bench(options).run();
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage() + "\n" + Options.USAGE);
            System.exit(2);
        }
        System.exit(0);
    }

    private void run() throws Exception {
        report.machine(options);
        if (options.mode().contains("start")) First.measure(options, report);
        if (options.mode().contains("memory")) Memory.measure(options, report);
        if (options.mode().contains("work")) work();
        if (options.mode().contains("growth")) Growth.measure(options, report);
        var file = Files.writeString(Files.createDirectories(Path.of("target", "bench")).resolve("result.md"), report.text());
        System.out.println("\n(also in " + file + ")");
    }

    private void work() throws Exception {
        var calm = new Calm();
        try (var host = new Host(options.java())) {
            var field = new Field(host, options);
            report.heads("work", "by", "requests/s", "p50 ms", "p99 ms", "CPU ms/request", "errors", "calm rounds");
            for (var work : options.only()) report.work(work, measure(field.of(work), options, calm));
        }
    }

    /** By turns, and the other way round each time, so that what else the machine does weighs on all alike. */
    static Map<String, List<Round>> measure(List<Contender> contenders, Options options, Calm calm) throws Exception {
        var rounds = new LinkedHashMap<String, List<Round>>();
        for (var each : contenders) {
            each.driver().drive(options.warm());
            rounds.put(each.name(), new ArrayList<>());
        }
        var order = new ArrayList<>(contenders);
        for (int i = 0; i < options.rounds(); i++) {
            for (var each : order) {
                calm.await(SETTLE_SECONDS);
                rounds.get(each.name()).add(each.round(options.seconds(), calm));
            }
            Collections.reverse(order);
        }
        return rounds;
    }
}
