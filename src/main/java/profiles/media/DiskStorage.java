package profiles.media;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Consumer;
import profiles.web.Unavailable;

/** Files in a folder of this machine. */
public final class DiskStorage implements Storage {
    private final Path root;

    public DiskStorage(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    @Override
    public boolean create(String key, long size, Source source) {
        var file = file(key);
        try {
            makeFolder(file.getParent());
            try (var bytes = source.open(); var out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                write(bytes, size, file, out);
            }
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(folder);
        for (var above = folder.getParent(); above.startsWith(root); above = above.getParent()) force(above);
    }

    /** All or nothing, whatever goes wrong on the way. */
    private static void write(InputStream bytes, long size, Path file, FileChannel out) throws IOException {
        var whole = false;
        try {
            if (copy(bytes, size, out) != size) throw new EOFException("not of " + size + " bytes: " + file);
            out.force(true);
            force(file.getParent());
            whole = true;
        } finally {
            if (!whole) Files.deleteIfExists(file);
        }
    }

    /** What is in a file is copied by the system itself. */
    private static long copy(InputStream bytes, long size, FileChannel out) throws IOException {
        if (!(bytes instanceof FileInputStream file)) return bytes.transferTo(Channels.newOutputStream(out));
        var copied = 0L;
        for (var more = 1L; more > 0; copied += more) more = file.getChannel().transferTo(copied, size - copied, out);
        return copied;
    }

    /** The entry in the folder must last as well as the bytes. Windows has no such call, and needs none. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public Stored find(String key) {
        try {
            var attributes = Files.readAttributes(file(key), BasicFileAttributes.class);
            return attributes.isRegularFile() ? new Stored(key, attributes.size(), attributes.lastModifiedTime().toInstant()) : null;
        } catch (NoSuchFileException missing) {
            return null;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public boolean near() {
        return true;
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        try {
            return new Slice(FileChannel.open(file(key), StandardOpenOption.READ).position(from), length);
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
    public void list(String folder, Consumer<Stored> each) {
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
            throw Unavailable.untilMended("A file of this name cannot be kept at the moment. Give it one of the letters A to Z.",
                "the name of a file cannot be written in this locale: start the service with LC_ALL=C.UTF-8", unwritable);
        }
    }

    /** A key comes from the database, and still must not lead out of the root. */
    private Path file(String key) {
        var file = resolved(Keys.checked(key));
        if (!file.startsWith(root) || file.equals(root)) throw new IllegalArgumentException("not a key: " + key);
        return file;
    }
}
