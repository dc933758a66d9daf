package profiles.media;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * A zip that leaves nothing to interpretation: read from its first byte to its last, part follows part without a gap, and the directory
 * at the end says the same as the parts do. So nothing overlaps, nothing is hidden, and every other reader finds what was found here.
 */
final class Zip {
    private static final long LOCAL = 0x04034b50L, DESCRIPTOR = 0x08074b50L;
    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13, DESCRIBED_AFTER = 1 << 3, ZIP64 = 1;
    private static final int TEXT = 1024 * 1024;

    private final Cursor cursor;
    private final Unpacking unpacking = new Unpacking();
    private final ZipNames names = new ZipNames();
    private final List<ZipPart> parts = new ArrayList<>();
    private final Map<String, byte[]> texts = new HashMap<>();
    private final byte[] buffer = new byte[16 * 1024];

    private Zip(Cursor cursor) {
        this.cursor = cursor;
    }

    /** @param text the name of the one part whose bytes are kept, its first megabyte */
    static Zip read(InputStream file, String text) throws IOException, Unfit {
        var zip = new Zip(new Cursor(file));
        try {
            var signature = zip.cursor.u32();
            for (; signature == LOCAL; signature = zip.cursor.u32()) zip.part(text);
            ZipDirectory.check(zip.cursor, signature, zip.parts);
            return zip;
        } catch (EOFException | DataFormatException broken) {
            throw Unfit.damaged();
        }
    }

    /** In their order. */
    List<ZipPart> parts() {
        return parts;
    }

    /** Of the part that was asked for; empty when there is none. */
    byte[] text(String name) {
        return texts.getOrDefault(name, new byte[0]);
    }

    private void part(String text) throws IOException, DataFormatException, Unfit {
        var offset = cursor.position() - 4;
        cursor.u16();
        var flags = cursor.u16();
        var method = cursor.u16();
        cursor.u32();
        var crc = cursor.u32();
        var packed = cursor.u32();
        var size = cursor.u32();
        var nameLength = cursor.u16();
        var extraLength = cursor.u16();
        var name = ZipNames.read(cursor, nameLength, flags);
        var zip64 = zip64(extraLength);
        if ((flags & ENCRYPTED) != 0) throw new Unfit("This document is locked with a password. Save it without one, and choose that file.");
        names.add(name);
        var start = cursor.position();
        unpacking.begin();
        unpack(method, (flags & DESCRIBED_AFTER) != 0, packed, name.equals(text) ? keep(name) : null);
        var found = new ZipPart(name, method, unpacking.crc(), cursor.position() - start, unpacking.size(), offset);
        var told = (flags & DESCRIBED_AFTER) != 0 ? described(found, zip64) : new ZipPart(name, method, crc, packed, size, offset);
        if (!told.equals(found)) throw Unfit.damaged();
        parts.add(found);
    }

    private ByteArrayOutputStream keep(String name) {
        return new ByteArrayOutputStream() {
            @Override
            public void close() {
                texts.put(name, toByteArray());
            }
        };
    }

    /** Passes over the extra fields. @return whether one says that the sizes which follow the part have eight bytes */
    private boolean zip64(int length) throws IOException, Unfit {
        var found = false;
        var left = length;
        for (; left >= 4; left -= 4) {
            found |= cursor.u16() == ZIP64;
            var size = cursor.u16();
            if (size > left - 4) throw Unfit.damaged();
            cursor.skip(size);
            left -= size;
        }
        cursor.skip(left);
        return found;
    }

    /** @param text where its bytes go as well; null for nowhere */
    private void unpack(int method, boolean describedAfter, long packed, ByteArrayOutputStream text) throws IOException, DataFormatException, Unfit {
        if (method == ZipPart.DEFLATED) inflate(text);
        // Where what is not packed ends must be known before.
        else if (method == ZipPart.STORED && !describedAfter) copy(packed, text);
        else throw Unfit.damaged();
        if (text != null) text.close();
    }

    private void copy(long packed, ByteArrayOutputStream text) throws IOException, Unfit {
        for (var left = packed; left > 0; left -= take(cursor.read(buffer, left), text)) continue;
    }

    private void inflate(ByteArrayOutputStream text) throws IOException, DataFormatException, Unfit {
        var inflater = new Inflater(true);
        try {
            while (!inflater.finished()) {
                take(cursor.inflate(inflater, buffer), text);
                if (inflater.needsDictionary()) throw Unfit.damaged();
            }
        } finally {
            inflater.end();
        }
    }

    private int take(int count, ByteArrayOutputStream text) throws Unfit {
        unpacking.add(buffer, count, cursor.position());
        if (text != null && text.size() < TEXT) text.write(buffer, 0, count);
        return count;
    }

    /** What stands after a part whose sizes were not known before; it begins with a signature, or not. */
    private ZipPart described(ZipPart found, boolean zip64) throws IOException {
        var first = cursor.u32();
        var crc = first == DESCRIPTOR ? cursor.u32() : first;
        var packed = zip64 ? cursor.u64() : cursor.u32();
        var size = zip64 ? cursor.u64() : cursor.u32();
        return new ZipPart(found.name(), found.method(), crc, packed, size, found.offset());
    }
}
