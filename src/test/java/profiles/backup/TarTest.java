package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TarTest {
    @Test void a_file_of_more_than_eight_gigabytes_and_with_a_long_name_is_told_whole(@TempDir Path folder) throws IOException {
        var name = "documents/cvs/" + "履".repeat(100);
        var size = 9_000_000_001L;
        try (var file = new RandomAccessFile(folder.resolve("large.tar").toFile(), "rw")) {
            file.write(TarHeader.of(name, size, Instant.now()));
            // The rest is a hole.
            file.setLength(file.length() + TarHeader.padded(size) + 1024);

            var tar = new TarReader(file.getChannel());
            var entry = tar.next();

            assertEquals(name, entry.name());
            assertEquals(size, entry.size());
            assertNull(tar.next());
        }
    }
}
