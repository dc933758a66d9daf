package profiles.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A PNG, chunk by chunk (ISO 15948, 5). What follows its end is seen by no viewer, and honest editors leave such remains. */
final class PngContents {
    private static final long SIGNATURE_1 = 0x89504E47L, SIGNATURE_2 = 0x0D0A1A0AL;
    private static final long HEADER = 0x49484452, END = 0x49454E44;
    private static final int HEADER_LENGTH = 13, SUM = 4;

    private PngContents() {
    }

    static boolean hold(InputStream file) throws IOException, Unfit {
        var cursor = new Cursor(file);
        try {
            if (cursor.big32() != SIGNATURE_1 || cursor.big32() != SIGNATURE_2) return false;
            if (cursor.big32() != HEADER_LENGTH || cursor.big32() != HEADER) throw Unfit.damaged();
            new Picture(cursor.big32(), cursor.big32()).check();
            cursor.skip(HEADER_LENGTH - 8 + SUM);
            while (!ends(cursor)) continue;
            return true;
        } catch (EOFException cutOff) {
            throw Unfit.damaged();
        }
    }

    private static boolean ends(Cursor cursor) throws IOException {
        var length = cursor.big32();
        var type = cursor.big32();
        cursor.skip(length + SUM);
        return type == END;
    }
}
