package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom: {@code web} knows no feature, and no feature knows the root, but for the settings. */
class RoomsTest {
    private static final Path SOURCES = Path.of("src/main/java/profiles");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import (?:static )?profiles\\.([\\w.]+);");
    private static final Set<String> SETTINGS = Set.of("ClamdConfig", "Config", "DatabaseConfig", "MailConfig", "StoreConfig", "CannotStart");

    @Test void the_web_room_knows_no_feature() {
        assertEquals(List.of(), imports("web").filter(name -> !name.endsWith(".java: Config") && !name.contains(": web.")).toList());
    }

    @Test void no_room_knows_the_root_but_for_the_settings() {
        var beyond = rooms().flatMap(RoomsTest::imports).filter(name -> !name.split(": ")[1].contains(".") && !SETTINGS.contains(name.split(": ")[1])).toList();

        assertEquals(List.of(), beyond);
    }

    @Test void files_stay_small() {
        var large = sources(SOURCES).filter(file -> read(file).lines().count() > 150).map(Path::toString).toList();

        assertEquals(List.of(), large);
    }

    private static Stream<String> rooms() {
        return list(SOURCES).filter(Files::isDirectory).map(room -> room.getFileName().toString());
    }

    /** Such as "Reply.java: Config". */
    private static Stream<String> imports(String room) {
        return sources(SOURCES.resolve(room)).flatMap(file -> IMPORT.matcher(read(file)).results().map(found -> file.getFileName() + ": " + found.group(1)));
    }

    private static Stream<Path> sources(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (var files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
