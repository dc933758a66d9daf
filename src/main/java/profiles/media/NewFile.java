package profiles.media;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Makes files that stay: whole, synced with their folder, or not at all. */
final class NewFile {

    private NewFile() {
    }

    /**
     * The bytes' own file takes the place, or they are copied.
     *
     * @param root under which folders are made
     * @param size of the bytes
     * @return false where a file of this name is there
     */
    static boolean make(Path root, Path file, long size, Storage.Source bytes) throws IOException {
        makeFolder(root, file.getParent());
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
        var whole = false;
        try {
            if (!moved(bytes.file(), size, file)) copy(bytes, size, file);
            force(file.getParent());
            whole = true;
        } finally {
            if (!whole) Files.deleteIfExists(file);
        }
        return true;
    }

    private static void makeFolder(Path root, Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(folder);
        for (var above = folder.getParent(); above.startsWith(root); above = above.getParent()) force(above);
    }

    /** Over the empty file that holds its name. @return false where it cannot be, and nothing has changed */
    private static boolean moved(Path from, long size, Path to) throws IOException {
        if (from == null || Files.size(from) != size || !alike(from, to)) return false;
        try (var channel = FileChannel.open(from, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (AtomicMoveNotSupportedException onAnotherDisk) {
            return false;
        }
    }

    /** A temporary file is for its owner alone, where others, such as nginx, may have to read what is kept: the umask and the folder say who. */
    private static boolean alike(Path from, Path to) throws IOException {
        if (!to.getFileSystem().supportedFileAttributeViews().contains("unix")) return true;
        var wanted = Files.readAttributes(to, "unix:gid,mode");
        Files.setAttribute(from, "unix:mode", wanted.get("mode"));
        return wanted.get("gid").equals(Files.getAttribute(from, "unix:gid"));
    }

    private static void copy(Storage.Source bytes, long size, Path to) throws IOException {
        try (var in = bytes.open(); var out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            if (copy(in, size, out) != size) throw new EOFException("not of " + size + " bytes: " + to);
            out.force(true);
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
}
