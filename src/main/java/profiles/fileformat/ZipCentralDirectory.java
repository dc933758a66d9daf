package profiles.fileformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import profiles.storage.Storage;

/**
 * The list at the end of a zip, by which all programs open it (PKWARE's APPNOTE 6.3.10, 4.3.12 to 4.3.16).
 *
 * @param parts in the order of their offsets
 * @param begin where the list begins, and the parts end
 */
record ZipCentralDirectory(List<ZipEntryHeader> parts, long begin) {
    /** What stands before each part. */
    static final long LOCAL = 0x04034b50L;
    private static final long ENTRY = 0x02014b50L, END64 = 0x06064b50L, MOST = 0xffff_ffffL;
    private static final String END = "PK\5\6", LOCATOR = "PK\6\7";
    private static final int END_LENGTH = 22, LOCATOR_LENGTH = 20, END64_LENGTH = 56, ZIP64 = 1;
    /** A comment, or what a mail server has appended: as much as other readers search. */
    private static final int AFTER_END = 64 * 1024;
    private static final int PARTS = 5_000;

    /** Whether the file begins as every zip does that is no program. */
    static boolean startsAtBeginning(Storage.Source file) throws IOException {
        try (var in = file.open()) {
            return new ByteReader(in).u32() == LOCAL;
        } catch (EOFException tooShort) {
            return false;
        }
    }

    /** @throws RejectedFile when there is none, or when it does not end where it says */
    static ZipCentralDirectory read(Storage.Source file) throws IOException, RejectedFile {
        var tail = FileTail.of(file, AFTER_END + LOCATOR_LENGTH + END_LENGTH);
        var at = new String(tail.bytes(), ISO_8859_1).lastIndexOf(END);
        if (at < 0 || at > tail.bytes().length - END_LENGTH) throw RejectedFile.damaged();
        var end = ByteBuffer.wrap(tail.bytes()).order(ByteOrder.LITTLE_ENDIAN).position(at + 4);
        if (end.getInt() != 0) throw RejectedFile.damaged();
        end.getShort();
        var count = end.getShort() & 0xFFFFL;
        var size = end.getInt() & MOST;
        var begin = end.getInt() & MOST;
        var locator = at - LOCATOR_LENGTH;
        if (locator >= 0 && new String(tail.bytes(), locator, 4, ISO_8859_1).equals(LOCATOR))
            return large(file, end.getLong(locator + 8), tail.offset() + locator);
        return entries(file, count, begin, size, tail.offset() + at);
    }

    /** Zip64. @param end where its end record begins; the locator follows it */
    private static ZipCentralDirectory large(Storage.Source file, long end, long locator) throws IOException, RejectedFile {
        if (end < 0 || end > locator - END64_LENGTH) throw RejectedFile.damaged();
        try (var in = file.open()) {
            in.skipNBytes(end);
            var reader = new ByteReader(in);
            if (reader.u32() != END64 || reader.u64() != locator - end - 12) throw RejectedFile.damaged();
            reader.skip(20);
            var count = reader.u64();
            var size = reader.u64();
            return entries(file, count, reader.u64(), size, end);
        }
    }

    private static ZipCentralDirectory entries(Storage.Source file, long count, long begin, long size, long end)
        throws IOException, RejectedFile {
        if (begin < 0 || size < 0 || begin > end || begin + size != end) throw RejectedFile.damaged();
        if (count > PARTS) throw new RejectedFile("This document has too many parts: at most " + PARTS + " are taken.");
        var names = new ZipEntryNames();
        var parts = new ArrayList<ZipEntryHeader>();
        try (var in = file.open()) {
            in.skipNBytes(begin);
            var reader = new ByteReader(in);
            for (int i = 0; i < count; i++) parts.add(entry(reader, names));
            if (reader.position() != size) throw RejectedFile.damaged();
        } catch (EOFException cutOff) {
            throw RejectedFile.damaged();
        }
        parts.sort(Comparator.comparingLong(ZipEntryHeader::offset));
        return new ZipCentralDirectory(parts, begin);
    }

    private static ZipEntryHeader entry(ByteReader reader, ZipEntryNames names) throws IOException, RejectedFile {
        if (reader.u32() != ENTRY) throw RejectedFile.damaged();
        reader.u32();
        var flags = reader.u16();
        var method = reader.u16();
        reader.u32();
        var crc = reader.u32();
        var packed = reader.u32();
        var size = reader.u32();
        var nameLength = reader.u16();
        var extraLength = reader.u16();
        var commentLength = reader.u16();
        reader.skip(8);
        var offset = reader.u32();
        var name = ZipEntryNames.read(reader, nameLength, flags);
        names.add(name);
        var large = zip64(reader.bytes(extraLength));
        reader.skip(commentLength);
        // What does not fit into four bytes stands in the extra field, in this order.
        if (size == MOST) size = next(large);
        if (packed == MOST) packed = next(large);
        if (offset == MOST) offset = next(large);
        return new ZipEntryHeader(name, flags, method, crc, packed, size, offset);
    }

    private static long next(ByteBuffer large) throws RejectedFile {
        if (large.remaining() < 8) throw RejectedFile.damaged();
        var number = large.getLong();
        if (number < 0) throw RejectedFile.damaged();
        return number;
    }

    /** @return what the extra field of zip64 holds, or nothing */
    private static ByteBuffer zip64(byte[] extra) {
        var fields = ByteBuffer.wrap(extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            var id = fields.getShort();
            var length = Math.min(fields.getShort() & 0xFFFF, fields.remaining());
            if (id == ZIP64) return fields.slice(fields.position(), length).order(ByteOrder.LITTLE_ENDIAN);
            fields.position(fields.position() + length);
        }
        return fields.order(ByteOrder.LITTLE_ENDIAN);
    }
}
