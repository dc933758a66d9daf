package profiles.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;

/**
 * The classes of this jar as the JVM holds them in memory, in a file that the next start maps instead of reading the jar (JEP 350; from
 * Java 25 on also JEP 514). It fits this very jar, at this path, and this JVM; to any other it is as if it were not there.
 */
public final class ClassArchive {
    private static final int AHEAD_OF_TIME = 25;
    /** By name, since it starts the whole service, which no package but the root knows. */
    private static final String WARMUP = "profiles.ClassArchiveWarmup";
    private static final Set<String> KEPT = Set.of("PATH", "SystemRoot", "TMPDIR", "TEMP");

    private final Path file;
    private final Path jar = jar();
    private final boolean ahead;

    /** @param file null: beside the jar; the cache of Java 25 when it ends in {@code .aot} */
    public ClassArchive(Path file) {
        if (!Files.isRegularFile(jar)) throw new CommandException("Only the classes of the finished jar can be archived.");
        this.file = file != null ? file.toAbsolutePath() : jar.resolveSibling(jar.getFileName().toString()
            .replaceFirst("\\.jar$", "") + ".jsa");
        this.ahead = this.file.toString().endsWith(".aot");
        if (ahead && Runtime.version().feature() < AHEAD_OF_TIME)
            throw new CommandException("This Java makes no .aot: name a file that ends in .jsa, or use Java " + AHEAD_OF_TIME + ".");
    }

    /**
     * Runs {@code ClassArchiveWarmup} in a process of its own. A service that uses an older archive goes on. @return how to start with it
     */
    public String create() {
        if (!Files.isWritable(file.getParent())) throw new CommandException("The archive cannot be written: " + file.getParent()
            + " takes no files.");
        try {
            var folder = Files.createTempDirectory("profiles-archive");
            try {
                var made = folder.resolve(file.getFileName());
                record(folder, made);
                Files.copy(made, temporaryFile(), StandardCopyOption.REPLACE_EXISTING);
                Files.move(temporaryFile(), file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                remove(folder);
            }
        } catch (IOException refused) {
            throw new CommandException("The archive cannot be written: " + refused);
        }
        return "java " + (ahead ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file + " -jar " + jar;
    }

    private void record(Path folder, Path made) throws IOException {
        var output = folder.resolve("said").toFile();
        var builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            (ahead ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + made, "-cp", jar.toString(), WARMUP);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "PORT", "0",
            "DATABASE_URL", "jdbc:sqlite:" + folder.resolve("profiles.db"), "MEDIA_ROOT", folder.resolve("media").toString()));
        var process = builder.redirectErrorStream(true).redirectOutput(output).start();
        try {
            if (process.waitFor() != 0 || !Files.exists(made)) throw new CommandException("The rehearsal failed:\n"
                + Files.readString(output.toPath()));
        } catch (InterruptedException stopped) {
            process.destroy();
            throw new CommandException("The rehearsal was broken off.");
        }
    }

    private Path temporaryFile() {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    private static void remove(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }

    private static Path jar() {
        try {
            return Path.of(ClassArchive.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }
}
