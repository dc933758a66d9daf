package profiles.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A process that has said where it answers; it ends with the benchmark. */
final class Started implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("(?:ready|Listening) at:? (\\S+?)/?(?: |$)");
    private static final int SECONDS = 15;

    private final Process process;
    private final BufferedReader output;
    private final String base;

    private Started(Process process, BufferedReader output, String base) {
        this.process = process;
        this.output = output;
        this.base = base;
    }

    static Started jar(Path jar, List<String> options, Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(options);
        command.addAll(List.of("-jar", jar.toString()));
        return java(command, settings);
    }

    /** A limit, with all that the tests have. */
    static Started limit(List<String> options, String... arguments) throws IOException {
        var command = new ArrayList<>(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "profiles.bench.Limit"));
        command.addAll(List.of(arguments));
        return java(command, Map.of());
    }

    private static Started java(List<String> arguments, Map<String, String> settings) throws IOException {
        return start(command(arguments), settings);
    }

    private static ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** The jar, of which nobody listens to what it says. */
    static Process process(Path jar, List<String> options, Map<String, String> settings) throws IOException {
        var arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", jar.toString()));
        var builder = command(arguments).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** One of the jar's commands. */
    static void run(Path jar, String word) throws IOException, InterruptedException {
        if (command(List.of("-jar", jar.toString(), word)).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start()
            .waitFor() != 0) throw new IOException(word + " fails");
    }

    static Started start(ProcessBuilder builder, Map<String, String> settings) throws IOException {
        builder.environment().putAll(settings);
        var process = builder.redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var output = process.inputReader();
        var heard = new StringBuilder();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            heard.append(line).append('\n');
            var ready = READY.matcher(line);
            if (ready.find()) return new Started(process, output, ready.group(1));
        }
        throw new IOException(String.join(" ", builder.command()) + " does not start:\n" + heard);
    }

    /** Reads on, so that it is never held up by what it says; what goes wrong in it is shown. */
    Started quiet() {
        var reader = new Thread(this::listen);
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    private void listen() {
        try {
            for (var line = output.readLine(); line != null; line = output.readLine()) if (line.contains(" ERROR "))
                System.err.println(line);
        } catch (IOException closed) {
            // It was told to end.
        }
    }

    /** For a limit without HTTP: works for some seconds. */
    Result loop(int seconds) throws IOException {
        var to = process.outputWriter();
        to.write(seconds + "\n");
        to.flush();
        return Wrk.read(output.readLine());
    }

    String base() {
        return base;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    }
}
