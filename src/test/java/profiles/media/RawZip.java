package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Zips as no honest program writes them. */
final class RawZip {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String LOCAL = "PK\3\4", ENTRY = "PK\1\2", END = "PK\5\6";

    private RawZip() {
    }

    /** With other bytes in the place of some, wherever they stand. */
    static byte[] replace(byte[] zip, String what, String with) {
        return new String(zip, ISO_8859_1).replace(what, with).getBytes(ISO_8859_1);
    }

    /** With a flag in all its headers. */
    static byte[] flagged(byte[] zip, int flag) {
        var text = new String(zip, ISO_8859_1);
        var changed = zip.clone();
        for (int i = text.indexOf(LOCAL); i >= 0; i = text.indexOf(LOCAL, i + 1)) changed[i + 6] |= (byte) flag;
        for (int i = text.indexOf(ENTRY); i >= 0; i = text.indexOf(ENTRY, i + 1)) changed[i + 8] |= (byte) flag;
        return changed;
    }

    /** Whose directory names its last part so many times more. */
    static byte[] overlapping(byte[] zip, int times) {
        var text = new String(zip, ISO_8859_1);
        var end = text.lastIndexOf(END);
        var last = Arrays.copyOfRange(zip, text.lastIndexOf(ENTRY), end);
        var whole = new ByteArrayOutputStream();
        whole.write(zip, 0, end);
        for (int i = 0; i < times; i++) whole.writeBytes(last);
        var tail = ByteBuffer.wrap(Arrays.copyOfRange(zip, end, zip.length)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at : new int[] {8, 10}) tail.putShort(at, (short) (tail.getShort(at) + times));
        tail.putInt(12, tail.getInt(12) + times * last.length);
        whole.writeBytes(tail.array());
        return whole.toByteArray();
    }

    /** With one part of zeros. A megabyte of them packs to a kilobyte, and what is packed can be repeated. */
    static byte[] zeros(String name, int megabytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[MEGABYTE]);
        var buffer = new byte[MEGABYTE];
        var chunk = Arrays.copyOf(buffer, deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH));
        deflater.end();
        var packed = new ByteArrayOutputStream();
        for (int i = 0; i < megabytes; i++) packed.writeBytes(chunk);
        packed.writeBytes(new byte[] {3, 0});
        return single(name, packed.toByteArray(), (long) megabytes * MEGABYTE);
    }

    /** Not packed, its sizes behind each part, as npm's archiver does it. @param signed whether a signature stands before them */
    static byte[] described(boolean signed, String... namesAndTexts) {
        var zip = ByteBuffer.allocate(MEGABYTE).order(ByteOrder.LITTLE_ENDIAN);
        var list = ByteBuffer.allocate(MEGABYTE).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            var name = namesAndTexts[i].getBytes(ISO_8859_1);
            var text = namesAndTexts[i + 1].getBytes(ISO_8859_1);
            var sum = new CRC32();
            sum.update(text);
            list.put(ENTRY.getBytes(ISO_8859_1)).putInt(20).putShort((short) 8).putShort((short) 0).putInt(0).putInt((int) sum.getValue())
                .putInt(text.length)
                .putInt(text.length).putShort((short) name.length).put(new byte[12]).putInt(zip.position()).put(name);
            zip.put(LOCAL.getBytes(ISO_8859_1)).putShort((short) 20).putShort((short) 8).put(new byte[18]).putShort((short) name.length)
                .putShort((short) 0).put(name).put(text);
            if (signed) zip.put("PK\7\10".getBytes(ISO_8859_1));
            zip.putInt((int) sum.getValue()).putInt(text.length).putInt(text.length);
        }
        var begin = zip.position();
        var count = (short) (namesAndTexts.length / 2);
        zip.put(list.flip()).put(END.getBytes(ISO_8859_1)).putInt(0).putShort(count).putShort(count).putInt(zip.position() - 12 - begin)
            .putInt(begin).putShort((short) 0);
        return Arrays.copyOf(zip.array(), zip.position());
    }

    /** With the end that zips of more than 4 GB have. */
    static byte[] zip64(byte[] zip) {
        var end = new String(zip, ISO_8859_1).lastIndexOf(END);
        var old = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        long count = old.getShort(end + 10), size = old.getInt(end + 12), begin = old.getInt(end + 16);
        var large = ByteBuffer.allocate(zip.length + 100).order(ByteOrder.LITTLE_ENDIAN).put(zip, 0, end);
        large.put("PK\6\6".getBytes(ISO_8859_1)).putLong(44).putInt(45).putLong(0).putLong(count).putLong(count).putLong(size)
            .putLong(begin);
        large.put("PK\6\7".getBytes(ISO_8859_1)).putInt(0).putLong(end).putInt(1);
        large.put(END.getBytes(ISO_8859_1)).putInt(0).putInt(-1).putInt(-1).putInt(-1).putShort((short) 0);
        return Arrays.copyOf(large.array(), large.position());
    }

    private static byte[] single(String name, byte[] packed, long size) {
        var nothing = new CRC32().getValue();
        var zip = ByteBuffer.allocate(packed.length + 200).order(ByteOrder.LITTLE_ENDIAN);
        zip.put(LOCAL.getBytes(ISO_8859_1)).putShort((short) 20).putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) nothing)
            .putInt(packed.length).putInt((int) size).putShort((short) name.length()).putShort((short) 0).put(name.getBytes(ISO_8859_1))
            .put(packed);
        var begin = zip.position();
        zip.put(ENTRY.getBytes(ISO_8859_1)).putInt(20).putShort((short) 0).putShort((short) 8).putInt(0).putInt((int) nothing)
            .putInt(packed.length)
            .putInt((int) size).putShort((short) name.length()).put(new byte[12]).putInt(0).put(name.getBytes(ISO_8859_1));
        var length = zip.position() - begin;
        zip.put(END.getBytes(ISO_8859_1)).putInt(0).putShort((short) 1).putShort((short) 1).putInt(length).putInt(begin)
            .putShort((short) 0);
        return Arrays.copyOf(zip.array(), zip.position());
    }
}
