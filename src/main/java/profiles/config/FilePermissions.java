package profiles.config;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The permissions of files and folders that the service makes, whatever the umask (ASVS 14.1.2). They are there from the beginning: for no
 * moment may anybody else open the file. Windows has no such permissions, and folders there pass on their own.
 */
public enum FilePermissions {
    /** 0600 and 0700. */
    OWNER("rw-------", "rwx------", 0, 0),
    /** 0640 and 0750: a program of the group, such as nginx, sends the files. */
    GROUP_READS("rw-r-----", "rwxr-x---", 0040, 0050);

    private static final String MODE = "unix:mode";

    private final String file;
    private final String folder;
    private final int groupFile;
    private final int groupFolder;

    FilePermissions(String file, String folder, int groupFile, int groupFolder) {
        this.file = file;
        this.folder = folder;
        this.groupFile = groupFile;
        this.groupFolder = groupFolder;
    }

    /** @throws FileAlreadyExistsException when one of this name is there */
    public void createFile(Path path) throws IOException {
        Files.createFile(path, attributes(path, file));
        add(groupFile, path);
    }

    /** With those above it, where they are not there. */
    public void createFolders(Path path) throws IOException {
        if (Files.isDirectory(path)) return;
        createFolders(path.getParent());
        try {
            Files.createDirectory(path, attributes(path, folder));
        } catch (FileAlreadyExistsException another) {
            if (Files.isDirectory(path)) return;
            throw another;
        }
        add(groupFolder, path);
    }

    /** Of a file that only its owner may read and write; for methods that create one. */
    public static FileAttribute<?>[] ownerOnly(Path path) {
        return attributes(path, OWNER.file);
    }

    /** Whether all users of this machine may open it; false where it is not there. */
    public static boolean isOpenToOthers(Path path) {
        try {
            if (!posix(path) || !others(path, Files.isDirectory(path) ? PosixFilePermission.OTHERS_EXECUTE
                : PosixFilePermission.OTHERS_READ)) return false;
            for (var above = path.toRealPath().getParent(); above != null; above = above.getParent())
                if (!others(above, PosixFilePermission.OTHERS_EXECUTE)) return false;
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean others(Path path, PosixFilePermission may) throws IOException {
        return Files.getPosixFilePermissions(path).contains(may);
    }

    /**
     * What the umask has taken away. Not by the nine letters: they would also take what the folder passes on, as its group (setgid). And no
     * more than needed: systemd may forbid every change of a setgid folder (RestrictSUIDSGID).
     */
    private static void add(int bits, Path path) throws IOException {
        if (bits == 0 || !posix(path)) return;
        var mode = (int) Files.getAttribute(path, MODE);
        if ((mode & bits) != bits) Files.setAttribute(path, MODE, mode | bits);
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return posix(path) ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
            : new FileAttribute<?>[0];
    }

    private static boolean posix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
