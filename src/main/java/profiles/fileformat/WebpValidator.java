package profiles.fileformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import profiles.storage.Storage;

/** A WebP, chunk by chunk (RFC 9649): its size is in the first. What follows its end is seen by no viewer. */
public final class WebpValidator {
    private static final int HEAD = 12, HEADER = 8, KEY_FRAME = 0x2A019D, LOSSLESS = 0x2F;

    private WebpValidator() {
    }

    public static boolean isValid(Storage.Source file) throws IOException, RejectedFile {
        try (var in = file.open()) {
            var head = in.readNBytes(HEAD);
            if (!new String(head, ISO_8859_1).matches("(?s)RIFF....WEBP")) return false;
            var left = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getInt(4) - 4L & 0xFFFF_FFFFL;
            var reader = new ByteReader(in);
            var shown = false;
            for (var first = true; left >= HEADER; first = false) {
                var type = new String(reader.bytes(4), ISO_8859_1);
                var length = reader.u32();
                if (first) size(type, length, reader);
                else reader.skip(length);
                // An odd length is followed by a byte that makes it even.
                if (left - HEADER > length) reader.skip(length & 1);
                left -= HEADER + length + (length & 1);
                shown |= type.equals("VP8 ") || type.equals("VP8L") || type.equals("ANMF");
            }
            if (!shown) throw RejectedFile.damaged();
            return true;
        } catch (EOFException cutOff) {
            throw RejectedFile.damaged();
        }
    }

    /** Reads the chunk that tells it, to its end. */
    private static void size(String type, long length, ByteReader reader) throws IOException, RejectedFile {
        if (length < 10) throw RejectedFile.damaged();
        switch (type) {
            case "VP8 " -> {
                reader.skip(3);
                if (u24(reader) != KEY_FRAME) throw RejectedFile.damaged();
                new ImageDimensions(reader.u16() & 0x3FFF, reader.u16() & 0x3FFF).check();
            }
            case "VP8L" -> {
                if (reader.u8() != LOSSLESS) throw RejectedFile.damaged();
                var sides = reader.u32();
                new ImageDimensions((sides & 0x3FFF) + 1, (sides >> 14 & 0x3FFF) + 1).check();
                reader.skip(5);
            }
            case "VP8X" -> {
                reader.u32();
                new ImageDimensions(u24(reader) + 1, u24(reader) + 1).check();
            }
            default -> throw RejectedFile.damaged();
        }
        reader.skip(length - 10);
    }

    private static int u24(ByteReader reader) throws IOException {
        return reader.u16() | reader.u8() << 16;
    }
}
