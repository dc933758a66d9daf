package profiles.media.zip;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;

/** The central directory of a zip that is being created. With very many entries it is kept in a temporary file. */
final class ZipIndex implements Closeable {
    private static final int IN_MEMORY = 64 * 1024;

    private final ByteArrayOutputStream latest = new ByteArrayOutputStream();
    private FileChannel file;
    private long size;

    void add(byte[] entry) throws IOException {
        latest.writeBytes(entry);
        size += entry.length;
        if (latest.size() > IN_MEMORY) spill();
    }

    /** In bytes. */
    long size() {
        return size;
    }

    /** Gives all of it; nothing may be added any more. */
    InputStream read() throws IOException {
        if (file == null) return new ByteArrayInputStream(latest.toByteArray());
        spill();
        return Channels.newInputStream(file.position(0));
    }

    private void spill() throws IOException {
        if (file == null) file = FileChannel.open(Files.createTempFile("profiles", ".zip"), StandardOpenOption.READ,
            StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        latest.writeTo(Channels.newOutputStream(file));
        latest.reset();
    }

    @Override
    public void close() throws IOException {
        if (file != null) file.close();
    }
}
