package profiles.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** What is inside a packed document: a name that ends in .docx does not make one of any zip. */
final class Contents {
    /** No honest document is larger unpacked, in bytes; a zip bomb is. */
    private static final long MOST = 200L * 1024 * 1024;

    private Contents() {
    }

    /** Whether the zip holds an entry of this name; false also for what is no zip, and for what is too large unpacked. */
    static boolean hold(String entry, InputStream file) throws IOException {
        try (var zip = new ZipInputStream(file)) {
            var left = MOST;
            for (var next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                if (next.getName().equals(entry)) return true;
                left -= skip(zip, left);
                if (left <= 0) return false;
            }
            return false;
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            return false;
        }
    }

    private static long skip(ZipInputStream zip, long most) throws IOException {
        var buffer = new byte[64 * 1024];
        var count = 0L;
        for (int read = zip.read(buffer); read > 0 && count < most; read = zip.read(buffer)) count += read;
        return count;
    }
}
