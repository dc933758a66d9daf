package profiles.fileformat;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import profiles.storage.Storage;

/** A JPEG, segment by segment (ITU-T T.81, annex B). What follows its end is seen by no viewer, and phones put previews and films there. */
public final class JpegValidator {
    private static final byte[] SIGNATURE = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final int MARK = 0xFF, START = 0xD8, END = 0xD9, SCAN = 0xDA;

    private JpegValidator() {
    }

    public static boolean isValid(Storage.Source file) throws IOException, RejectedFile {
        try (var in = file.open()) {
            if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) return false;
            var reader = new ByteReader(in);
            var framed = false;
            for (var marker = code(reader); marker != END; marker = marker(reader)) {
                if (!hasLength(marker)) continue;
                var length = reader.big16() - 2;
                if (length < 0) throw RejectedFile.damaged();
                if (isFrame(marker)) {
                    frame(reader, length);
                    framed = true;
                } else reader.skip(length);
                if (marker == SCAN && !framed) throw RejectedFile.damaged();
            }
            if (!framed) throw RejectedFile.damaged();
            return true;
        } catch (EOFException cutOff) {
            throw RejectedFile.damaged();
        }
    }

    /** The next one; after a scan's header its data is passed over, in which an FF is followed by a 00. */
    private static int marker(ByteReader reader) throws IOException {
        while (true) {
            while (reader.u8() != MARK) continue;
            var marker = code(reader);
            if (marker != 0) return marker;
        }
    }

    /** After its mark, which may be repeated. */
    private static int code(ByteReader reader) throws IOException {
        var code = reader.u8();
        while (code == MARK) code = reader.u8();
        return code;
    }

    /** Restarts, another start, and what is kept for arithmetic coding stand alone. */
    private static boolean hasLength(int marker) {
        return marker > 0x01 && !(marker >= 0xD0 && marker <= START);
    }

    /** SOF0 to SOF15; among them are three other tables (DHT, JPG, DAC). */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static void frame(ByteReader reader, int length) throws IOException, RejectedFile {
        if (length < 5) throw RejectedFile.damaged();
        reader.u8();
        var height = reader.big16();
        new ImageDimensions(reader.big16(), height).check();
        reader.skip(length - 5);
    }
}
