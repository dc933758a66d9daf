package profiles.bench;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** @param cpu  milliseconds of processor time @param calm whether nothing else disturbed it */
record Round(Result result, long cpu, boolean calm) {

    static double perSecond(List<Round> rounds) {
        return median(rounds, each -> each.result.perSecond());
    }

    static double p50(List<Round> rounds) {
        return median(rounds, each -> each.result.p50());
    }

    static double p99(List<Round> rounds) {
        return median(rounds, each -> each.result.p99());
    }

    /** Milliseconds a request; it hardly depends on what else the machine does. */
    static double cpu(List<Round> rounds) {
        return (double) rounds.stream().mapToLong(Round::cpu).sum() / rounds.stream().mapToLong(each -> each.result.requests()).sum();
    }

    static long errors(List<Round> rounds) {
        return rounds.stream().mapToLong(each -> each.result.errors()).sum();
    }

    static long calm(List<Round> rounds) {
        return rounds.stream().filter(Round::calm).count();
    }

    /** Of the calm rounds, if there are any. */
    private static double median(List<Round> rounds, ToDoubleFunction<Round> of) {
        var some = calm(rounds) > 0 ? rounds.stream().filter(Round::calm).toList() : rounds;
        var sorted = some.stream().mapToDouble(of).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }
}
