package profiles.storage;

import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import profiles.config.FilePermissions;

/** Creates files durably: whole, synced with their folder, or not at all. */
final class DurableFile {
    private static final String UNIX = "unix:gid,mode";

    private DurableFile() {
    }

    /**
     * The bytes' own file takes the place, or they are copied.
     *
     * @param root under which folders are made
     * @param as   who may read it
     * @param size of the bytes
     * @return false where a file of this name is there
     */
    static boolean make(Path root, Path file, FilePermissions as, long size, Storage.Source bytes) throws IOException {
        makeFolder(root, file.getParent(), as);
        try {
            as.createFile(file);
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

    private static void makeFolder(Path root, Path folder, FilePermissions as) throws IOException {
        if (Files.isDirectory(folder)) return;
        as.createFolders(folder);
        for (var above = folder.getParent(); above.startsWith(root); above = above.getParent()) force(above);
    }

    /** Over the empty file that holds its name. @return false where it is not to be, as from another disk */
    private static boolean moved(Path from, long size, Path to) throws IOException {
        if (from == null || Files.size(from) != size) return false;
        try {
            if (!madeAlike(from, to)) return false;
            sync(from, StandardOpenOption.WRITE);
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException refused) {
            return false;
        }
    }

    /**
     * As the empty file is. A temporary file is for its owner alone, where others, such as nginx, may have to read what is kept. And the
     * cleanup asks how long a file has been there, which may have come slowly.
     *
     * @return false where it cannot be, for another group
     */
    private static boolean madeAlike(Path from, Path to) throws IOException {
        Files.setLastModifiedTime(from, Files.getLastModifiedTime(to));
        if (!to.getFileSystem().supportedFileAttributeViews().contains("unix")) return true;
        var is = Files.readAttributes(from, UNIX);
        var wanted = Files.readAttributes(to, UNIX);
        if (!wanted.get("gid").equals(is.get("gid"))) return false;
        if (!wanted.get("mode").equals(is.get("mode"))) Files.setAttribute(from, "unix:mode", wanted.get("mode"));
        return true;
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
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) sync(folder, StandardOpenOption.READ);
    }

    private static void sync(Path path, StandardOpenOption as) throws IOException {
        try (var channel = FileChannel.open(path, as)) {
            channel.force(true);
        }
    }
}
