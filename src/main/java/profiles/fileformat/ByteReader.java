package profiles.fileformat;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Reads a file forward and keeps the position. Each method throws {@link EOFException} if the file ends too early. */
final class ByteReader {
    private final InputStream in;
    private final byte[] buffer = new byte[16 * 1024];
    private int next;
    private int end;
    private long position;

    ByteReader(InputStream in) {
        this.in = in;
    }

    /** Of the next byte. */
    long position() {
        return position;
    }

    boolean atEnd() throws IOException {
        return !fill();
    }

    int u8() throws IOException {
        require();
        position++;
        return buffer[next++] & 0xFF;
    }

    /** Two bytes, the lower one first, as in a zip. */
    int u16() throws IOException {
        return u8() | u8() << 8;
    }

    long u32() throws IOException {
        return u16() | (long) u16() << 16;
    }

    long u64() throws IOException {
        return u32() | u32() << 32;
    }

    /** Two bytes, the higher one first, as in pictures. */
    int big16() throws IOException {
        return u8() << 8 | u8();
    }

    long big32() throws IOException {
        return (long) big16() << 16 | big16();
    }

    /** @param count so small that it fits into memory */
    byte[] bytes(int count) throws IOException {
        var bytes = new byte[count];
        for (int i = 0; i < count; i++) bytes[i] = (byte) u8();
        return bytes;
    }

    void skip(long count) throws IOException {
        for (var left = count; left > 0;) {
            require();
            var step = (int) Math.min(left, end - next);
            next += step;
            position += step;
            left -= step;
        }
    }

    /** At most {@code most} bytes, which are at least one. @return how many */
    int read(byte[] to, long max) throws IOException {
        require();
        var count = (int) Math.min(Math.min(max, to.length), end - next);
        System.arraycopy(buffer, next, to, 0, count);
        next += count;
        position += count;
        return count;
    }

    /** The next bytes of a packed stream. @return how many; 0 with some input used up is no end, see {@link Inflater#finished} */
    int inflate(Inflater inflater, byte[] to) throws IOException, DataFormatException {
        require();
        inflater.setInput(buffer, next, end - next);
        var count = inflater.inflate(to);
        var used = end - next - inflater.getRemaining();
        next += used;
        position += used;
        return count;
    }

    private void require() throws IOException {
        if (!fill()) throw new EOFException();
    }

    private boolean fill() throws IOException {
        if (next < end) return true;
        next = 0;
        end = Math.max(0, in.read(buffer));
        return end > 0;
    }
}
