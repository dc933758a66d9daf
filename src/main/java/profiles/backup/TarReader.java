package profiles.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static profiles.backup.TarHeader.BLOCK;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.regex.Pattern;

/** Walks through a tar as {@link TarWriter} writes it, from header to header. */
final class TarReader {
    private static final Pattern RECORD = Pattern.compile("\\d+ (path|size)=([^\\n]*)\\n");
    private static final int MORE = 64 * 1024;

    private final FileChannel file;
    private long position;

    TarReader(FileChannel file) {
        this.file = file;
    }

    /**
     * A file in the tar.
     *
     * @param begins where its header is, in bytes from the beginning of the tar
     * @param at     where its bytes are
     */
    record Entry(String name, long size, long begins, long at) { }

    /** @return null at the end @throws IOException for what is no tar of ours, or was cut off */
    Entry next() throws IOException {
        var begins = position;
        var block = read(BLOCK);
        if (isEmpty(block)) return null;
        String path = null, size = null;
        if (type(block) == TarHeader.EXTENDED) {
            if (TarHeader.size(block) > MORE) throw new IOException("not a header");
            var records = RECORD.matcher(new String(read((int) TarHeader.size(block)), UTF_8));
            position = TarHeader.padded(position);
            while (records.find()) {
                if (records.group(1).equals("path")) path = records.group(2);
                else size = records.group(2);
            }
            block = read(BLOCK);
        }
        if (type(block) != TarHeader.FILE) throw new IOException("not a file");
        var entry = new Entry(path != null ? path : TarHeader.name(block), size != null ? Long.parseLong(size) : TarHeader.size(block),
            begins, position);
        if (entry.size() < 0 || entry.size() > file.size() - position) throw new EOFException("cut off");
        position += TarHeader.padded(entry.size());
        return entry;
    }

    private static char type(byte[] block) throws IOException {
        if (!TarHeader.isChecksumRight(block)) throw new IOException("not a header");
        return TarHeader.type(block);
    }

    private byte[] read(int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            var read = file.read(bytes, position);
            if (read < 0) throw new EOFException("cut off");
            position += read;
        }
        return bytes.array();
    }

    private static boolean isEmpty(byte[] block) {
        for (var each : block) if (each != 0) return false;
        return true;
    }
}
