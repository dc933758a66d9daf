package profiles.backup;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Arrays;

/**
 * The blocks before a file in a tar (POSIX.1-2017, pax Interchange Format): any tool unpacks it, and it has no directory that memory must
 * hold.
 */
final class TarHeader {
    static final int BLOCK = 512;
    static final char FILE = '0', EXTENDED = 'x';

    private static final int NAME = 100, SIZE_AT = 124, SUM_AT = 148, TYPE_AT = 156, MAGIC_AT = 257;
    /** What eleven octal digits tell. */
    private static final long LARGEST = 077777777777L;

    private TarHeader() {
    }

    /** @param modified is told in seconds */
    static byte[] of(String name, long size, Instant modified) {
        var bytes = name.getBytes(UTF_8);
        if (bytes.length <= NAME && bytes.length == name.length() && size <= LARGEST) return block(bytes, size, modified, FILE);
        var all = new ByteArrayOutputStream();
        var more = (record("path", name) + record("size", String.valueOf(size))).getBytes(UTF_8);
        all.writeBytes(block("pax".getBytes(US_ASCII), more.length, modified, EXTENDED));
        all.writeBytes(Arrays.copyOf(more, (int) padded(more.length)));
        all.writeBytes(block(Arrays.copyOf(bytes, Math.min(bytes.length, NAME)), Math.min(size, LARGEST), modified, FILE));
        return all.toByteArray();
    }

    static long padded(long size) {
        return (size + BLOCK - 1) / BLOCK * BLOCK;
    }

    private static byte[] block(byte[] name, long size, Instant modified, char type) {
        var block = new byte[BLOCK];
        System.arraycopy(name, 0, block, 0, name.length);
        put(block, NAME, "0000600\0" + "0000000\0" + "0000000\0" + octal(size) + "\0" + octal(Math.max(0, modified.getEpochSecond())) + "\0"
            + " ".repeat(8) + type);
        put(block, MAGIC_AT, "ustar\0" + "00");
        put(block, SUM_AT, String.format("%06o\0 ", checksum(block)));
        return block;
    }

    /** It counts itself: its length stands at its beginning. */
    private static String record(String key, String value) {
        var rest = " " + key + "=" + value + "\n";
        var length = rest.getBytes(UTF_8).length;
        var digits = String.valueOf(length + String.valueOf(length).length()).length();
        return length + digits + rest;
    }

    static char type(byte[] block) {
        return (char) block[TYPE_AT];
    }

    static String name(byte[] block) {
        var end = 0;
        while (end < NAME && block[end] != 0) end++;
        return new String(block, 0, end, UTF_8);
    }

    static long size(byte[] block) {
        return Long.parseLong(new String(block, SIZE_AT, 11, US_ASCII), 8);
    }

    /** Whether this is one that we have written. */
    static boolean isChecksumRight(byte[] block) {
        return new String(block, MAGIC_AT, 5, US_ASCII).equals("ustar") && new String(block, SUM_AT, 6, US_ASCII)
            .equals(String.format("%06o", checksum(block)))
            && new String(block, SIZE_AT, 11, US_ASCII).matches("[0-7]{11}");
    }

    /** Of all bytes, with blanks where the sum itself stands. */
    private static int checksum(byte[] block) {
        var sum = 0;
        for (int i = 0; i < BLOCK; i++) sum += i >= SUM_AT && i < SUM_AT + 8 ? ' ' : block[i] & 0xff;
        return sum;
    }

    private static String octal(long number) {
        return String.format("%011o", number);
    }

    private static void put(byte[] block, int at, String text) {
        System.arraycopy(text.getBytes(US_ASCII), 0, block, at, text.length());
    }
}
