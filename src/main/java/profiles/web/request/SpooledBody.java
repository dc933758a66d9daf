package profiles.web.request;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.Content;
import profiles.web.Problem;

/** Keeps an arriving body without files in a temporary file, so that any number may arrive at once. */
final class SpooledBody implements Closeable {
    private final Path folder;
    private final int max;
    private byte[] whole;
    private Path file;
    private int size;

    /** @param max in bytes */
    SpooledBody(Path folder, int max) {
        this.folder = folder;
        this.max = max;
    }

    /** @return whether that was all @throws Problem 413 */
    boolean write(Content.Chunk chunk) throws IOException {
        var bytes = new byte[chunk.remaining()];
        chunk.getByteBuffer().get(bytes);
        size += bytes.length;
        if (size > max) throw Problem.tooLarge();
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
