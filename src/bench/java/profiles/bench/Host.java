package profiles.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts services, each in a folder of its own, and ends and removes all. */
final class Host implements AutoCloseable {
    static final Path JAR = Path.of("target", "profiles.jar").toAbsolutePath();

    private final Path folder;
    private final List<String> java;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private Maria maria;
    private int count;

    /** @param java the options of each JVM */
    Host(List<String> java) throws IOException {
        this.java = java;
        this.folder = Files.createDirectories(Path.of("target", "bench").toAbsolutePath().resolve("run" + ProcessHandle.current().pid()));
    }

    Path folder() throws IOException {
        return Files.createDirectories(folder.resolve(String.valueOf(++count)));
    }

    Maria maria() throws Exception {
        if (maria == null) maria = keep(new Maria(folder));
        return maria;
    }

    /** @return the settings of a service with an empty database and no documents */
    Map<String, String> settings(boolean sqlite) throws Exception {
        var place = folder();
        var settings = new HashMap<>(Map.of("PORT", "0", "THROTTLE", "off", "MEDIA_ROOT", place.resolve("media").toString(),
            "MAX_UPLOAD_MB", "110"));
        if (sqlite) settings.put("DATABASE_URL", "jdbc:sqlite:" + place.resolve("profiles.db"));
        else settings.putAll(Map.of("DATABASE_URL", maria().database("profiles" + count), "DATABASE_USER", "root"));
        return settings;
    }

    Started jar(Map<String, String> settings) throws IOException {
        return keep(Started.jar(JAR, java, settings).quiet());
    }

    Started limit(String... arguments) throws IOException {
        return keep(Started.limit(java, arguments));
    }

    /** The guide's app in Django, behind nginx. @return null where they are not installed */
    Started django(Path media) throws Exception {
        if (!Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/rest_framework"))
            || !Files.isDirectory(Path.of("/usr/lib/python3/dist-packages/gunicorn"))) return null;
        maria().database("django");
        return keep(Started.start(new ProcessBuilder(Path.of("src", "bench", "django", "start").toAbsolutePath().toString()),
            Map.of("DB_PORT", String.valueOf(maria.port()), "DB_NAME", "django", "DATA_DIR", media.toString(), "PORT", "0")).quiet());
    }

    /** @return null where nginx is not installed */
    Nginx nginx(String service, String media) throws Exception {
        return Nginx.missing() ? null : keep(new Nginx(folder(), service, Path.of(media)));
    }

    private <T extends AutoCloseable> T keep(T it) {
        open.push(it);
        return it;
    }

    @Override
    public void close() throws Exception {
        for (var each : open) each.close();
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        }
    }
}
