package profiles.media;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The list at the end of a zip, by which most programs open it. */
final class ZipDirectory {
    private static final long ENTRY = 0x02014b50L, END = 0x06054b50L;

    private ZipDirectory() {
    }

    /**
     * Reads on to the end of the file.
     *
     * @param signature what was read last
     * @param parts     as they were found in the file
     * @throws Unfit when the list differs from them, or anything follows it
     */
    static void check(Cursor cursor, long signature, List<ZipPart> parts) throws IOException, Unfit {
        var begin = cursor.position() - 4;
        var missing = new HashMap<>(parts.stream().collect(Collectors.toMap(ZipPart::offset, Function.identity())));
        var next = signature;
        for (; next == ENTRY; next = cursor.u32()) entry(cursor, missing);
        if (next != END || !missing.isEmpty()) throw Unfit.damaged();
        end(cursor, parts.size(), cursor.position() - 4 - begin, begin);
    }

    private static void entry(Cursor cursor, Map<Long, ZipPart> missing) throws IOException, Unfit {
        cursor.u32();
        var flags = cursor.u16();
        var method = cursor.u16();
        cursor.u32();
        var crc = cursor.u32();
        var packed = cursor.u32();
        var size = cursor.u32();
        var nameLength = cursor.u16();
        var rest = cursor.u16() + cursor.u16();
        cursor.skip(8);
        var offset = cursor.u32();
        var name = ZipNames.read(cursor, nameLength, flags);
        cursor.skip(rest);
        if (!new ZipPart(name, method, crc, packed, size, offset).equals(missing.remove(offset))) throw Unfit.damaged();
    }

    /** Of one file alone, with these counts; the comment is the last. */
    private static void end(Cursor cursor, int count, long size, long begin) throws IOException, Unfit {
        var same = cursor.u32() == 0 & cursor.u16() == count & cursor.u16() == count & cursor.u32() == size & cursor.u32() == begin;
        cursor.skip(cursor.u16());
        if (!same || !cursor.atEnd()) throw Unfit.damaged();
    }
}
