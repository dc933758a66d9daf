package profiles.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long it takes from the start to the first page, on a database that is there; and how large the jar is. */
final class First {
    private static final int RUNS = 7;
    private static final byte[] REQUEST = "GET /accounts/login/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".getBytes(
        StandardCharsets.US_ASCII);

    private First() {
    }

    static void measure(Options options, Report report) throws Exception {
        var calm = new Calm();
        try (var host = new Host(options.java())) {
            var jar = Files.copy(Host.JAR, host.folder().resolve("profiles.jar"));
            Started.run(jar, "archive");
            var archived = new ArrayList<>(options.java());
            archived.add("-XX:SharedArchiveFile=" + jar.toString().replaceFirst("jar$", "jsa"));
            report.heads("start (median of " + RUNS + ")", "first 200, ms", "with the class archive, ms");
            for (var sqlite : new boolean[] {true, false}) {
                var settings = host.settings(sqlite);
                once(jar, options.java(), settings);
                report.row(sqlite ? Field.SQLITE : Field.MARIADB, median(jar, options.java(), settings, calm),
                    median(jar, archived, settings, calm));
            }
            report.heads("jar", "MB");
            report.row("profiles.jar", Files.size(jar) / 1e6);
        }
    }

    private static double median(Path jar, List<String> options, Map<String, String> settings, Calm calm) throws Exception {
        var times = new double[RUNS];
        for (int i = 0; i < RUNS; i++) {
            calm.await(10);
            times[i] = once(jar, options, settings);
        }
        Arrays.sort(times);
        return times[RUNS / 2];
    }

    private static double once(Path jar, List<String> options, Map<String, String> settings) throws Exception {
        var at = new HashMap<>(settings);
        try (var free = new ServerSocket(0)) {
            at.put("PORT", String.valueOf(free.getLocalPort()));
        }
        var started = System.nanoTime();
        var process = Started.process(jar, options, at);
        try {
            while (process.isAlive() && !answers(Integer.parseInt(at.get("PORT")))) Thread.sleep(2);
            if (!process.isAlive()) throw new IOException("it does not start");
            return (System.nanoTime() - started) / 1e6;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static boolean answers(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(REQUEST);
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith("200");
        } catch (IOException notYet) {
            return false;
        }
    }
}
