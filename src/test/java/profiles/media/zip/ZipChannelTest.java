package profiles.media.zip;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class ZipChannelTest {
    private static final int MEGABYTE = 1024 * 1024;

    /** Bytes that no one can pack, counted as they are taken. */
    private static final class Noise implements ReadableByteChannel {
        private final Random random = new Random(1);
        private final int size;
        private int taken;
        private boolean open = true;

        private Noise(int size) {
            this.size = size;
        }

        @Override
        public int read(ByteBuffer to) {
            if (taken == size) return -1;
            var bytes = new byte[Math.min(to.remaining(), size - taken)];
            random.nextBytes(bytes);
            to.put(bytes);
            taken += bytes.length;
            return bytes.length;
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }

    @Test void no_more_is_read_ahead_than_some_kilobytes() throws IOException {
        var noise = new Noise(64 * MEGABYTE);
        var sent = 0L;

        try (var zip = zip("large.bin", noise)) {
            var buffer = ByteBuffer.allocate(1000);
            for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer.clear())) {
                sent += read;
                assertTrue(noise.taken - sent < 100_000, "ahead by " + (noise.taken - sent));
            }
        }

        assertTrue(sent > 64L * MEGABYTE);
        assertFalse(noise.isOpen());
    }

    @Test void an_entry_that_packs_well_comes_out_whole() throws IOException {
        var text = "the same again ".repeat(MEGABYTE / 8).getBytes(UTF_8);

        var zip = new ZipInputStream(new ByteArrayInputStream(all(zip("same.txt", Channels.newChannel(
            new ByteArrayInputStream(text))))));

        assertEquals("same.txt", zip.getNextEntry().getName());
        assertEquals(new String(text, UTF_8), new String(zip.readAllBytes(), UTF_8));
    }

    @Test void names_are_utf8_and_flagged_so() throws IOException {
        var bytes = all(zip("резюме.pdf", new Noise(10)));

        var flags = bytes[6] & 0xff | (bytes[7] & 0xff) << 8;
        assertEquals(1 << 11, flags & 1 << 11, "APPNOTE 4.4.4, bit 11");
        assertEquals("резюме.pdf", new String(bytes, 30, "резюме.pdf".getBytes(UTF_8).length, UTF_8));
    }

    @Test void a_reader_who_leaves_closes_the_file_that_is_open() throws IOException {
        var noise = new Noise(MEGABYTE);
        var zip = zip("half.bin", noise);
        zip.read(ByteBuffer.allocate(100_000));
        zip.read(ByteBuffer.allocate(100_000));

        zip.close();

        assertFalse(noise.isOpen());
        assertFalse(zip.isOpen());
    }

    private static ZipChannel zip(String name, ReadableByteChannel bytes) {
        return new ZipChannel(List.of(new ZipChannel.Entry(name, Instant.EPOCH, () -> bytes)).iterator());
    }

    private static byte[] all(ZipChannel zip) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = ByteBuffer.allocate(777);
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer.clear())) all.write(buffer.array(), 0, read);
        return all.toByteArray();
    }
}
