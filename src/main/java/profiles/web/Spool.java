package profiles.web;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.eclipse.jetty.io.Content;

/** A body without files, as it comes: a few bytes stay in memory, more go to a temporary file, so that any number may be on their way. */
final class Spool implements Closeable {
    private static final int FEW = 8 * 1024;

    private final Path folder;
    private final int most;
    private final ByteArrayOutputStream few = new ByteArrayOutputStream();
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
        few.writeBytes(bytes);
        if (size > FEW) spill();
        return chunk.isLast();
    }

    /** The file is not kept open: there may be many. */
    private void spill() throws IOException {
        if (file == null) file = Files.createTempFile(folder, "Body", "");
        Files.write(file, few.toByteArray(), StandardOpenOption.APPEND);
        few.reset();
    }

    /** In bytes. */
    int size() {
        return size;
    }

    byte[] bytes() throws IOException {
        return file == null ? few.toByteArray() : Files.readAllBytes(file);
    }

    @Override
    public void close() throws IOException {
        if (file != null) Files.deleteIfExists(file);
    }
}
