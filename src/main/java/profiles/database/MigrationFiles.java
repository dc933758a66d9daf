package profiles.database;

import io.ebean.migration.MigrationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Some of the steps in this jar, in a folder of their own: the runner of migrations does all that it finds. */
final class MigrationFiles implements AutoCloseable {
    private static final String PATH = "/dbmigration/";

    private final Path folder;

    private MigrationFiles(Path folder) {
        this.folder = folder;
    }

    static List<String> versions(String platform) {
        return List.copyOf(all(platform).keySet());
    }

    /** The names of all steps' files by their versions, in order, from the index beside them. */
    private static Map<String, String> all(String platform) {
        var all = new LinkedHashMap<String, String>();
        new String(read(platform, "idx_" + platform + ".migrations"), StandardCharsets.UTF_8).lines().filter(line -> line.contains(","))
            .map(line -> line.split(",")[1].strip())
            .forEach(file -> all.put(MigrationVersion.parse(file.replaceFirst("\\.sql$", "")).normalised(), file));
        return all;
    }

    static MigrationFiles of(String platform, Collection<String> versions) throws IOException {
        var steps = new MigrationFiles(Files.createTempDirectory("steps"));
        var folder = Files.createDirectory(steps.folder.resolve(platform));
        var all = all(platform);
        for (var version : versions) Files.write(folder.resolve(all.get(version)), read(platform, all.get(version)));
        return steps;
    }

    /** As the runner is told it. */
    String path() {
        return "filesystem:" + folder;
    }

    /** Those of the step of this name, whatever its version. */
    static List<String> statements(String platform, String name) {
        var file = all(platform).values().stream().filter(each -> each.endsWith("__" + name + ".sql")).findFirst().orElseThrow();
        var sql = new String(read(platform, file), StandardCharsets.UTF_8).replaceAll("(?m)^--.*", "");
        return Stream.of(sql.split(";")).map(String::strip).filter(each -> !each.isEmpty()).toList();
    }

    private static byte[] read(String platform, String file) {
        try (var bytes = MigrationFiles.class.getResourceAsStream(PATH + platform + "/" + file)) {
            return bytes.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
