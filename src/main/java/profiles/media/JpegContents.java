package profiles.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A JPEG, segment by segment (ITU-T T.81, annex B). What follows its end is seen by no viewer, and phones put previews and films there. */
final class JpegContents {
    private static final int MARK = 0xFF, START = 0xD8, END = 0xD9, SCAN = 0xDA;

    private JpegContents() {
    }

    static boolean hold(InputStream file) throws IOException, Unfit {
        var cursor = new Cursor(file);
        try {
            if (cursor.u8() != MARK || cursor.u8() != START) return false;
            var framed = false;
            for (var marker = marker(cursor); marker != END; marker = marker(cursor)) {
                if (!hasLength(marker)) continue;
                var length = cursor.big16() - 2;
                if (length < 0) throw Unfit.damaged();
                if (isFrame(marker)) {
                    frame(cursor, length);
                    framed = true;
                } else cursor.skip(length);
                if (marker == SCAN && !framed) throw Unfit.damaged();
            }
            if (!framed) throw Unfit.damaged();
            return true;
        } catch (EOFException cutOff) {
            throw Unfit.damaged();
        }
    }

    /** The next one; after a scan's header its data is passed over, in which an FF is followed by a 00. */
    private static int marker(Cursor cursor) throws IOException {
        while (true) {
            while (cursor.u8() != MARK) continue;
            var marker = cursor.u8();
            while (marker == MARK) marker = cursor.u8();
            if (marker != 0) return marker;
        }
    }

    /** Restarts, another start, and what is kept for arithmetic coding stand alone. */
    private static boolean hasLength(int marker) {
        return marker > 0x01 && !(marker >= 0xD0 && marker <= START);
    }

    /** SOF0 to SOF15; among them are three other tables (DHT, JPG, DAC). */
    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private static void frame(Cursor cursor, int length) throws IOException, Unfit {
        if (length < 5) throw Unfit.damaged();
        cursor.u8();
        var height = cursor.big16();
        new Picture(cursor.big16(), height).check();
        cursor.skip(length - 5);
    }
}
