package profiles.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Drives a load with {@code wrk}, which costs the machine little: one thread of it keeps all connections busy. */
final class Wrk {
    private static final Pattern SAID = Pattern.compile("(?m)^RESULT (\\d+) (\\d+) (\\d+) ([\\d.]+) ([\\d.]+)$");

    /** Each request is made once, and sent by turns. */
    private static final String SCRIPT = """
        local requests, next = {}, 0
        function init()
          local body
          %s
          for _, cookie in ipairs({%s}) do
            local headers = {["Host"] = wrk.headers["Host"], %s}
            if cookie ~= "" then headers["Cookie"] = cookie end
            table.insert(requests, wrk.format("%s", nil, headers, body))
          end
        end
        function request()
          next = next %% #requests + 1
          return requests[next]
        end
        function done(summary, latency)
          local e = summary.errors
          io.write(string.format("RESULT %%d %%d %%d %%.1f %%.1f\\n", summary.requests, summary.duration,
            e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(50), latency:percentile(99)))
        end
        """;

    private Wrk() {
    }

    static boolean missing() {
        return Stream.of(System.getenv("PATH").split(":")).noneMatch(folder -> Files.isExecutable(Path.of(folder, "wrk")));
    }

    static Result drive(Load load, int clients, int seconds) throws IOException, InterruptedException {
        var script = Files.createTempFile("wrk", ".lua");
        try {
            Files.writeString(script, script(load));
            var wrk = new ProcessBuilder("wrk", "-t1", "-c" + clients, "-d" + seconds + "s", "--timeout", "30s", "-s", script.toString(),
                load.url())
                .redirectErrorStream(true).start();
            var output = new String(wrk.getInputStream().readAllBytes());
            wrk.waitFor();
            return read(output);
        } finally {
            Files.delete(script);
        }
    }

    /** @param said the output of wrk with our script */
    static Result read(String output) {
        var found = SAID.matcher(output);
        if (!found.find()) throw new IllegalStateException("wrk says: " + output);
        return new Result(Long.parseLong(found.group(1)), Long.parseLong(found.group(2)) / 1e6, Double.parseDouble(found.group(4)) / 1e3,
            Double.parseDouble(found.group(5)) / 1e3, Long.parseLong(found.group(3)));
    }

    private static String script(Load load) {
        var body = load.body() == null ? "" : "body = io.open(" + quoted(load.body().toString()) + ", \"rb\"):read(\"*a\")";
        var cookies = load.cookies().isEmpty() ? "\"\"" : load.cookies().stream().map(Wrk::quoted).collect(Collectors.joining(", "));
        var headers = load.headers().entrySet().stream().map(each -> "[" + quoted(each.getKey()) + "] = " + quoted(each.getValue()))
            .collect(Collectors.joining(", "));
        return SCRIPT.formatted(body, cookies, headers, load.method());
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
