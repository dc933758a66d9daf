package profiles.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that gets its name when all of it is on the disk, and is gone when that does not come to pass. Its owner alone may read it. */
final class PartFile implements AutoCloseable {
    private final Path part;
    private final Path name;
    private final FileChannel channel;

    private PartFile(Path part, Path name) throws IOException {
        this.part = part;
        this.name = name;
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        // Also when somebody presses Ctrl-C.
        part.toFile().deleteOnExit();
    }

    static PartFile of(Path name) throws IOException {
        return new PartFile(Files.createTempFile(name.toAbsolutePath().getParent(), name.getFileName() + ".", ".part"), name);
    }

    FileChannel channel() {
        return channel;
    }

    /** @throws FileAlreadyExistsException when somebody has taken the name meanwhile */
    void finish() throws IOException {
        channel.force(true);
        if (Files.exists(name)) throw new FileAlreadyExistsException(name.toString());
        Files.move(part, name, StandardCopyOption.ATOMIC_MOVE);
        var folder = name.toAbsolutePath().getParent();
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
