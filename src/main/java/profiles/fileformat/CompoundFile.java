package profiles.fileformat;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import profiles.storage.Storage;

/** The container of old Office documents, and of encrypted new ones (MS-CFB). */
final class CompoundFile {
    private static final byte[] SIGNATURE =
        {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    /** Of an entry of its directory. All stand at multiples of this: no chain need be followed, which a stranger may have made a ring. */
    private static final int ENTRY = 128, NAME_LENGTH = 64, LONGEST_NAME = 64, TYPE = 66, STREAM = 2;

    private CompoundFile() {
    }

    /** @return the media type of what is in it; null when it is no such file. @throws RejectedFile when it is locked */
    static String type(Storage.Source file) throws IOException, RejectedFile {
        var streams = streams(file);
        if (streams == null) return null;
        if (streams.contains("EncryptedPackage")) throw RejectedFile.encrypted();
        if (streams.contains("WordDocument")) return "application/msword";
        if (streams.contains("Workbook") || streams.contains("Book")) return "application/vnd.ms-excel";
        if (streams.contains("PowerPoint Document")) return "application/vnd.ms-powerpoint";
        if (streams.contains("__properties_version1.0")) return "application/vnd.ms-outlook";
        return "application/x-tika-msoffice";
    }

    private static Set<String> streams(Storage.Source file) throws IOException {
        try (var in = new BufferedInputStream(file.open(), 64 * 1024)) {
            var block = in.readNBytes(ENTRY);
            if (!Arrays.equals(Arrays.copyOf(block, SIGNATURE.length), SIGNATURE)) return null;
            var streams = new HashSet<String>();
            for (; block.length == ENTRY; block = in.readNBytes(ENTRY)) {
                var length = (block[NAME_LENGTH] & 0xFF) - 2;
                if (block[TYPE] == STREAM && block[NAME_LENGTH + 1] == 0 && length > 0 && length < LONGEST_NAME && streams.size() < 1_000)
                    streams.add(new String(block, 0, length, UTF_16LE));
            }
            return streams;
        }
    }
}
