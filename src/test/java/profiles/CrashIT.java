package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.fixture.Engine;
import profiles.fixture.Jar;
import profiles.fixture.OnBothDatabases;

/** The promise about files, kept through kill -9: what was acknowledged is there, and no reference dangles. */
@OnBothDatabases
@Timeout(180)
class CrashIT {
    private static final int KILLS = 4, SAVES = 25;

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private final List<Author> authors = Stream.of("ada", "ben", "cleo", "dan", "eve").map(Author::new).toList();
    private final ExecutorService threads = Executors.newFixedThreadPool(authors.size());
    private Jar jar;

    @Test void what_was_acknowledged_is_there_after_each_of_several_kills() throws Exception {
        var settings = Jar.settings(engine, folder);
        jar = Jar.ready(folder, settings);
        for (var author : authors) author.begin(jar);

        var folders = new TreeSet<String>();
        for (int kills = 1; kills <= KILLS; kills++) {
            killAmidSaves();
            jar = Jar.ready(folder, settings);

            for (var author : authors) author.check(jar);
            var named = references(settings);
            named.forEach(key -> folders.add(key.split("/")[0]));
            var there = files();
            assertTrue(there.containsAll(named), "named: " + named + "\nthere: " + there);
            assertTrue(there.size() - named.size() <= 2 * authors.size() * kills, "a kill leaves at most the files of one save of each");
        }
        assertEquals(Set.of("certificates", "cvs"), folders, "documents of both kinds were saved");
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        if (jar != null) jar.close();
    }

    private void killAmidSaves() throws Exception {
        var saved = new Semaphore(0);
        var all = authors.stream().map(author -> CompletableFuture.runAsync(() -> author.write(saved), threads))
            .toArray(CompletableFuture[]::new);
        assertTrue(saved.tryAcquire(SAVES, 60, TimeUnit.SECONDS), "saves are acknowledged");
        jar.kill();
        CompletableFuture.allOf(all).get(60, TimeUnit.SECONDS);
    }

    private static Set<String> references(Map<String, String> settings) throws SQLException {
        var keys = new TreeSet<String>();
        try (var connection = DriverManager.getConnection(settings.get("DATABASE_URL"), settings.get("DATABASE_USER"), null);
             var statement = connection.createStatement();
             var rows = statement.executeQuery("select cv from profiles_profile union select certificate from profiles_profile")) {
            while (rows.next()) keys.add(rows.getString(1));
        }
        keys.remove("");
        return keys;
    }

    private Set<String> files() throws IOException {
        var media = folder.resolve("media");
        try (var all = Files.walk(media)) {
            return all.filter(Files::isRegularFile).map(file -> media.relativize(file).toString().replace('\\', '/'))
                .filter(key -> !key.startsWith(".")).collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
