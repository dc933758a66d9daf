package profiles.fileformat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import profiles.storage.Storage;

/**
 * The last bytes of a file.
 *
 * @param offset of their first byte
 */
record FileTail(byte[] bytes, long offset) {

    /** @param max how many bytes; all of a shorter file */
    static FileTail of(Storage.Source file, int max) throws IOException {
        try (var in = file.open()) {
            var skipped = skip(in, max);
            var last = new byte[0];
            var before = last;
            for (var block = in.readNBytes(max); block.length > 0; block = in.readNBytes(max)) {
                skipped += before.length;
                before = last;
                last = block;
            }
            var both = Arrays.copyOf(before, before.length + last.length);
            System.arraycopy(last, 0, both, before.length, last.length);
            var from = Math.max(0, both.length - max);
            return new FileTail(Arrays.copyOfRange(both, from, both.length), skipped + from);
        }
    }

    /** What comes before the last bytes need not be read from the disk. */
    private static long skip(InputStream in, int max) throws IOException {
        var skipped = 0L;
        for (var more = in.available(); more > max;) {
            var step = in.skip(more - max);
            if (step <= 0) return skipped;
            skipped += step;
            more = in.available();
        }
        return skipped;
    }
}
