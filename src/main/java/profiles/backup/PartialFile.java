package profiles.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that gets its name when all of it is on the disk, and is gone when that does not come to pass. Its owner alone may read it. */
final class PartialFile implements AutoCloseable {
    private final Path part;
    private final Path publish;
    private final FileChannel channel;

    private PartialFile(Path part, Path name) throws IOException {
        this.part = part;
        this.publish = name;
        this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
        // Also when somebody presses Ctrl-C.
        part.toFile().deleteOnExit();
    }

    static PartialFile of(Path name) throws IOException {
        return new PartialFile(Files.createTempFile(name.toAbsolutePath().getParent(), name.getFileName() + ".", ".part"), name);
    }

    FileChannel channel() {
        return channel;
    }

    /** All of it is on the disk then: a network's file system may tell only now what it could not write. @return the file */
    Path written() throws IOException {
        channel.force(true);
        channel.close();
        return part;
    }

    /** @throws FileAlreadyExistsException when somebody has taken the name meanwhile */
    void publish() throws IOException {
        if (Files.exists(publish)) throw new FileAlreadyExistsException(publish.toString());
        Files.move(part, publish, StandardCopyOption.ATOMIC_MOVE);
        var folder = publish.toAbsolutePath().getParent();
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) return;
        try (var entry = FileChannel.open(folder, StandardOpenOption.READ)) {
            entry.force(true);
        } catch (IOException failed) {
            Files.deleteIfExists(publish);
            throw failed;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(part);
    }
}
