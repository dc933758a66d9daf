package profiles.media.zip;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes a zip (PKWARE's APPNOTE 6.3.10) of any number of entries in the same memory, for which the JDK's writer is not made: it keeps them
 * all. The sizes of an entry follow its bytes, so nothing need be known before. The times are those of the extended timestamp; the DOS
 * times, which know no time zone, are all the first that there is.
 */
final class ZipWriter implements Closeable {
    private static final int LOCAL = 0x04034b50, DESCRIPTOR = 0x08074b50, CENTRAL = 0x02014b50, END = 0x06054b50, END64 = 0x06064b50,
        LOCATOR64 = 0x07064b50;
    /** Sizes follow (bit 3), names are UTF-8 (bit 11). */
    private static final short FLAGS = 1 << 3 | 1 << 11;
    private static final short DEFLATED = 8, PLAIN = 20, LARGE = 45, FIRST_DAY = 1 << 5 | 1;
    private static final short TIME = 0x5455, ZIP64 = 1;
    private static final long MOST = 0xffff_ffffL;
    private static final int MOST_ENTRIES = 0xffff;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ZipIndex index = new ZipIndex();
    // Documents are packed already: to pack them once more costs the most and gains nothing.
    private final Deflater deflater = new Deflater(Deflater.NO_COMPRESSION, true);
    private final CRC32 sum = new CRC32();
    private DeflaterOutputStream packed;
    private byte[] name;
    private int time;
    private long count;
    private long begin;
    private long drained;
    private long indexAt;

    /** Takes what has been written. */
    byte[] drain() {
        var bytes = out.toByteArray();
        drained += bytes.length;
        out.reset();
        return bytes;
    }

    void begin(String entry, Instant modified) {
        begin = position();
        name = entry.getBytes(StandardCharsets.UTF_8);
        time = (int) modified.getEpochSecond();
        out.writeBytes(record(30 + name.length + 9).putInt(LOCAL).putShort(PLAIN).put(common(0, 0, 0)).putShort((short) 9).put(name)
            .put(timestamp()).array());
        packed = new DeflaterOutputStream(out, deflater);
    }

    void write(byte[] bytes, int length) throws IOException {
        packed.write(bytes, 0, length);
        sum.update(bytes, 0, length);
    }

    void end() throws IOException {
        packed.finish();
        long size = deflater.getBytesRead(), packedSize = deflater.getBytesWritten();
        if (packedSize > MOST) throw new IOException("a file of more than 4 GB does not fit into the zip");
        var crc = (int) sum.getValue();
        out.writeBytes(record(16).putInt(DESCRIPTOR).putInt(crc).putInt((int) packedSize).putInt((int) size).array());
        index.add(central(crc, packedSize, size));
        deflater.reset();
        sum.reset();
        count++;
    }

    /** What stands before the end: to be appended after all entries. */
    InputStream index() throws IOException {
        indexAt = position();
        return index.read();
    }

    void append(byte[] bytes, int length) {
        out.write(bytes, 0, length);
    }

    void finish() {
        var size = index.size();
        var large = count >= MOST_ENTRIES || indexAt >= MOST || size >= MOST;
        var end = record(large ? 98 : 22);
        if (large) end.putInt(END64).putLong(44).putShort(LARGE).putShort(LARGE).putInt(0).putInt(0).putLong(count).putLong(count)
            .putLong(size).putLong(indexAt)
            .putInt(LOCATOR64).putInt(0).putLong(indexAt + size).putInt(1);
        var entries = (short) Math.min(count, MOST_ENTRIES);
        out.writeBytes(end.putInt(END).putInt(0).putShort(entries).putShort(entries).putInt((int) Math.min(size, MOST))
            .putInt((int) Math.min(indexAt, MOST))
            .putShort((short) 0).array());
    }

    private byte[] central(int crc, long packedSize, long size) {
        var far = begin >= MOST;
        var entry = record(46 + name.length + 9 + (far ? 12 : 0)).putInt(CENTRAL).putShort(far ? LARGE : PLAIN)
            .putShort(far ? LARGE : PLAIN)
            .put(common(crc, packedSize, size)).putShort((short) (9 + (far ? 12 : 0))).putShort((short) 0).putShort((short) 0)
            .putShort((short) 0).putInt(0)
            .putInt((int) Math.min(begin, MOST)).put(name).put(timestamp());
        if (far) entry.putShort(ZIP64).putShort((short) 8).putLong(begin);
        return entry.array();
    }

    /** What an entry and its place in the index say alike. */
    private byte[] common(int crc, long packedSize, long size) {
        return record(22).putShort(FLAGS).putShort(DEFLATED).putShort((short) 0).putShort(FIRST_DAY).putInt(crc).putInt((int) packedSize)
            .putInt((int) size)
            .putShort((short) name.length).array();
    }

    private byte[] timestamp() {
        return record(9).putShort(TIME).putShort((short) 5).put((byte) 1).putInt(time).array();
    }

    private long position() {
        return drained + out.size();
    }

    private static ByteBuffer record(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        index.close();
    }
}
