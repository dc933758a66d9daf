package profiles.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long the directory takes with few people and with many, each database filled by {@link Fill}:
 * {@code java -cp target/profiles.jar src/bench/java/profiles/bench/Directory.java jdbc:sqlite:thousand.db jdbc:sqlite:million.db}. The
 * service runs with 64 MB of heap.
 */
public final class Directory {
    private static final int WARM = 100, TIMES = 200;
    private static final Map<String, String> ASKED = new LinkedHashMap<>();

    static {
        ASKED.put("first page", "");
        ASKED.put("first page, newest", "sort=-joined");
        ASKED.put("deep page", "cursor=" + cursor(">name 5 maria m"));
        ASKED.put("deep page, back", "cursor=" + cursor("<name 5 maria m"));
        ASKED.put("deep page, newest", "sort=-joined&cursor=" + cursor(">-joined 5 1500000000000000"));
        ASKED.put("search for one", "q=bench+ma");
        ASKED.put("search, name", "q=smith");
        ASKED.put("search, name, deep", "q=smith&cursor=" + cursor(">name 5 m"));
        ASKED.put("search, name, newest", "q=smith&sort=-joined");
        ASKED.put("search, two words", "q=anna+smith");
        ASKED.put("search, Cyrillic", "q=смирн");
        ASKED.put("search, a letter", "q=a");
        ASKED.put("search, a letter, back", "q=s&sort=-name");
        ASKED.put("search, address", "q=host");
        ASKED.put("has CV, active", "has_cv=yes&active=yes");
        ASKED.put("a letter, CV, by user name", "q=m&has_cv=yes&sort=username");
        // At a thousand these find few, so that most of the difference is in what is shown.
        ASKED.put("search, rare name", "q=lovelace");
        ASKED.put("has certificate", "has_certificate=yes");
        ASKED.put("has CV, not active", "has_cv=yes&active=no");
    }

    private final Process service;
    private final String address;
    private final HttpClient http = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    private Directory(Process service, String address) {
        this.service = service;
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("profiles-bench");
        Directory few = start(arguments[0], folder), many = start(arguments[1], folder);
        try {
            few.begin();
            many.begin();
            System.out.printf("%n%-36s %10s %10s %6s%n", "median, ms (people on the page)", "few", "many", "ratio");
            for (var request : ASKED.entrySet()) compare(request.getKey(), "?" + request.getValue(), few, many);
            for (var format : new String[] {"csv", "jsonl"}) print("1000 rows of " + format, few.export(format), many.export(format));
        } finally {
            few.service.destroy();
            many.service.destroy();
            few.service.waitFor();
            many.service.waitFor();
            Files.walk(folder).sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    /** By turns, so that what else the machine does weighs on both alike. */
    private static void compare(String name, String query, Directory few, Directory many) throws Exception {
        double[] first = new double[TIMES], second = new double[TIMES];
        for (int i = -WARM; i < TIMES; i++) {
            double one = few.get(query), other = many.get(query);
            if (i < 0) continue;
            first[i] = one;
            second[i] = other;
        }
        Arrays.sort(first);
        Arrays.sort(second);
        print(name + " (" + few.found(query) + ", " + many.found(query) + ")", first[TIMES / 2], second[TIMES / 2]);
    }

    private static void print(String name, double few, double many) {
        System.out.printf("%-36s %10.2f %10.2f %6.2f%n", name, few, many, many / few);
    }

    private static Directory start(String url, Path folder) throws Exception {
        var builder = new ProcessBuilder("java", "-Xmx64m", "-XX:+UseSerialGC", "-jar", System.getProperty("java.class.path"))
            .redirectErrorStream(true);
        builder.environment().putAll(Map.of("DATABASE_URL", url, "PORT", "0", "MEDIA_ROOT", folder.toString()));
        var service = builder.start();
        var output = service.inputReader();
        var line = output.readLine();
        while (line != null && !line.contains("ready at ")) {
            System.out.println(line);
            line = output.readLine();
        }
        if (line == null) throw new IOException("the service does not start");
        new Thread(() -> output.lines().filter(each -> each.contains("WARN") || each.contains("ERROR")).forEach(System.out::println))
            .start();
        return new Directory(service, line.replaceFirst(".*ready at ", ""));
    }

    /** Signs in, and waits for the index. */
    private void begin() throws Exception {
        var login = HttpRequest.newBuilder(URI.create(address + "accounts/login/")).header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .POST(BodyPublishers.ofString("{\"username\":\"bench\",\"password\":\"correct horse\"}")).build();
        if (http.send(login, BodyHandlers.ofString()).statusCode() != 200) throw new IOException("the database is not filled");
        var started = System.nanoTime();
        while (http.send(request("export.csv?q=nobody"), BodyHandlers.discarding()).statusCode() == 503) Thread.sleep(500);
        System.out.printf("the index was ready after %.1f s%n", (System.nanoTime() - started) / 1e9);
    }

    private int found(String query) throws Exception {
        return http.send(request(query), BodyHandlers.ofString()).body().split("\"username\":", -1).length - 1;
    }

    private double get(String query) throws Exception {
        var started = System.nanoTime();
        var answer = http.send(request(query), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IOException(query + " " + answer.body());
        return (System.nanoTime() - started) / 1e6;
    }

    /** @return milliseconds for a thousand rows */
    private double export(String format) throws Exception {
        var started = System.nanoTime();
        var rows = 0L;
        try (InputStream body = http.send(request("export." + format), BodyHandlers.ofInputStream()).body()) {
            var buffer = new byte[64 * 1024];
            for (int read = body.read(buffer); read > 0; read = body.read(buffer)) for (int i = 0; i < read; i++) if (buffer[i] == '\n')
                rows++;
        }
        var seconds = (System.nanoTime() - started) / 1e9;
        System.out.printf("%,d lines of %s in %.1f s; the service's memory %s%n", rows, format, seconds,
            Files.readAllLines(Path.of("/proc/" + service.pid() + "/status")).stream().filter(line -> line.startsWith("VmHWM")).findFirst()
            .orElse("?"));
        return seconds * 1e6 / rows;
    }

    private HttpRequest request(String query) {
        return HttpRequest.newBuilder(URI.create(address + "staff/profiles/" + query.replace("смирн", "%D1%81%D0%BC%D0%B8%D1%80%D0%BD")))
            .header("Accept", "application/json").build();
    }

    private static String cursor(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
