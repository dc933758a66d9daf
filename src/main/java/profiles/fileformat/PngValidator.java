package profiles.fileformat;

import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import profiles.storage.Storage;

/** A PNG, chunk by chunk (ISO 15948, 5). What follows its end is seen by no viewer, and honest editors leave such remains. */
public final class PngValidator {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final long HEADER = 0x49484452, END = 0x49454E44;
    private static final int HEADER_LENGTH = 13, SUM = 4;

    private PngValidator() {
    }

    public static boolean isValid(Storage.Source file) throws IOException, RejectedFile {
        try (var in = file.open()) {
            if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) return false;
            var reader = new ByteReader(in);
            if (reader.big32() != HEADER_LENGTH || reader.big32() != HEADER) throw RejectedFile.damaged();
            new ImageDimensions(reader.big32(), reader.big32()).check();
            reader.skip(HEADER_LENGTH - 8 + SUM);
            while (!ends(reader)) continue;
            return true;
        } catch (EOFException cutOff) {
            throw RejectedFile.damaged();
        }
    }

    private static boolean ends(ByteReader reader) throws IOException {
        var length = reader.big32();
        var type = reader.big32();
        reader.skip(length + SUM);
        return type == END;
    }
}
