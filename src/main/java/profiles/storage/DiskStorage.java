package profiles.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import profiles.config.FilePermissions;
import profiles.web.ServiceUnavailable;

/** Files in a folder of this machine. */
public final class DiskStorage implements Storage {
    private final Path root;
    private final FilePermissions as;

    public DiskStorage(Path root, FilePermissions as) {
        this.root = root.toAbsolutePath().normalize();
        this.as = as;
    }

    @Override
    public boolean create(String key, long size, Source bytes) {
        try {
            return DurableFile.make(root, file(key), as, size, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public StoredFile find(String key) {
        try {
            var attributes = Files.readAttributes(file(key), BasicFileAttributes.class);
            return attributes.isRegularFile() ? new StoredFile(key, attributes.size(), attributes.lastModifiedTime().toInstant()) : null;
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public boolean isLocal() {
        return true;
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        try {
            return new BoundedChannel(FileChannel.open(file(key), StandardOpenOption.READ).position(from), length);
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void delete(String key) {
        try {
            Files.deleteIfExists(file(key));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void list(String folder, Consumer<StoredFile> each) {
        var path = file(folder);
        if (!Files.isDirectory(path)) return;
        try (var files = Files.newDirectoryStream(path, Files::isRegularFile)) {
            for (var file : files) {
                var stored = find(folder + "/" + file.getFileName());
                if (stored != null) each.accept(stored);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Java asks the process's locale how names are written, and one without a locale knows ASCII alone. */
    private Path resolved(String key) {
        try {
            return root.resolve(key).normalize();
        } catch (InvalidPathException unwritable) {
            throw ServiceUnavailable.untilRepaired("A file of this name cannot be kept at the moment. Give it one of the letters A to Z.",
                "the name of a file cannot be written in this locale: start the service with LC_ALL=C.UTF-8", unwritable);
        }
    }

    /** A key comes from the database, and still must not lead out of the root. */
    private Path file(String key) {
        var file = resolved(KeyPrefix.checked(key));
        if (!file.startsWith(root) || file.equals(root)) throw new IllegalArgumentException("not a key: " + key);
        return file;
    }
}
