package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import profiles.fixture.Log;
import profiles.fixture.SqliteServiceTest;

class UploadTempFolderTest extends SqliteServiceTest {

    @Test void the_old_parts_go_whatever_else_is_in_the_folder() throws IOException {
        var folder = service.media().resolve(".incoming");
        old(Files.createFile(folder.resolve("a-part")));
        Files.createSymbolicLink(folder.resolve("b-gone-meanwhile"), Path.of("nowhere"));
        Files.createFile(Files.createDirectory(folder.resolve("c-stays")).resolve("full"));
        old(folder.resolve("c-stays"));
        Files.createFile(folder.resolve("d-young"));
        old(Files.createFile(folder.resolve("e-part")));

        try (var log = new Log("profiles.media")) {
            service.graph().incoming().deleteOld();

            assertEquals(1, log.alarms().size());
            assertTrue(log.contains("c-stays cannot be deleted"), log::toString);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of("b-gone-meanwhile", "c-stays", "d-young"), left.map(file -> file.getFileName().toString()).sorted()
                .toList());
        }
        for (var name : List.of("b-gone-meanwhile", "c-stays/full", "c-stays", "d-young")) Files.delete(folder.resolve(name));
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
