package profiles.web;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.Content;

/** A body without files, as it comes: while more is to come it waits in a temporary file, so that any number may be on their way. */
final class Spool implements Closeable {
    private final Path folder;
    private final int most;
    private byte[] whole;
    private Path file;
    private int size;

    /** @param most in bytes */
    Spool(Path folder, int most) {
        this.folder = folder;
        this.most = most;
    }

    /** @return whether that was all @throws Problem 413 */
    boolean write(Content.Chunk chunk) throws IOException {
        var bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        size += bytes.length;
        if (size > most) throw Problem.tooLarge();
        if (file == null && chunk.isLast()) whole = bytes;
        else spill(bytes);
        return chunk.isLast();
    }

    /** The file is not kept open: there may be many. */
    private void spill(byte[] bytes) throws IOException {
        if (file == null) file = Files.createTempFile(folder, "Body", "");
        Files.write(file, bytes, StandardOpenOption.APPEND);
    }

    /** In bytes. */
    int size() {
        return size;
    }

    byte[] bytes() throws IOException {
        return file == null ? whole : Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) Files.deleteIfExists(file);
    }
}
