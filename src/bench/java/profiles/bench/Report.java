package profiles.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables in Markdown, told as they come. */
final class Report {
    private final StringBuilder all = new StringBuilder();

    void machine(Options options) {
        say("%d processors, Java %s, `%s`, %d clients, %d rounds of %d s after %d s of warming up%n".formatted(Runtime.getRuntime()
            .availableProcessors(),
            Runtime.version().feature(), String.join(" ", options.java()), Field.CLIENTS, options.rounds(), options.seconds(),
            options.warm()));
    }

    void heads(String... names) {
        say("\n| " + String.join(" | ", names) + " |\n|" + "---|".repeat(names.length));
    }

    void row(Object... cells) {
        var line = new StringBuilder("|");
        for (var cell : cells) line.append(' ').append(cell instanceof Double number ? digits(number) : cell).append(" |");
        say(line.toString());
    }

    void work(Work work, Map<String, List<Round>> rounds) {
        for (var each : rounds.entrySet()) {
            var of = each.getValue();
            row(work.title, each.getKey(), Round.perSecond(of), Round.p50(of), Round.p99(of), Round.cpu(of), Round.errors(of),
                Round.calm(of) + " of " + of.size());
        }
        for (var ours : rounds.keySet()) for (var other : rounds.keySet()) if (Ratio.meant(ours, other)) row(work.title,
            ours + " : " + other, times(Round.perSecond(rounds.get(ours)) / Round.perSecond(rounds.get(other))), "",
            "", times(Round.cpu(rounds.get(other)) / Round.cpu(rounds.get(ours))) + " per CPU second", "", "");
    }

    private static String times(double ratio) {
        return "**" + digits(ratio) + "**";
    }

    static String digits(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : number >= 1 ? "%.2f" : "%.3f", number);
    }

    private void say(String line) {
        System.out.println(line);
        all.append(line).append('\n');
    }

    String text() {
        return all.toString();
    }
}
