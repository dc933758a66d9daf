package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import profiles.media.zip.ZipChannel;

class LargeZipTest {
    private static final int ENTRIES = 70_000;
    private static final Instant WHEN = Instant.parse("2026-11-25T12:34:56Z");

    /** More than the first form of the format can count: the end is written in its larger form too. */
    @Test void a_zip_of_very_many_entries_can_be_read(@TempDir Path folder) throws IOException {
        var file = folder.resolve("many.zip");
        var entries = IntStream.range(0, ENTRIES).mapToObj(i -> new ZipChannel.Entry("ж-" + i + "/cv.pdf", WHEN,
            () -> Channels.newChannel(new ByteArrayInputStream(("text " + i).getBytes(StandardCharsets.UTF_8))))).iterator();

        try (var zip = new ZipChannel(entries); var to = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var buffer = ByteBuffer.allocate(64 * 1024);
            while (zip.read(buffer.clear()) >= 0) to.write(buffer.flip());
        }

        try (var zip = new ZipFile(file.toFile())) {
            assertEquals(ENTRIES, zip.size());
            var last = zip.getEntry("ж-" + (ENTRIES - 1) + "/cv.pdf");
            assertEquals("text " + (ENTRIES - 1), new String(zip.getInputStream(last).readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(WHEN, last.getLastModifiedTime().toInstant());
            assertTrue(zip.stream().allMatch(entry -> entry.getSize() >= 6));
        }
    }
}
