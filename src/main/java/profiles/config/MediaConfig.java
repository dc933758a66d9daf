package profiles.config;

import java.nio.file.Path;

/**
 * Where documents are kept, and how large they may be.
 *
 * @param root           the folder of the uploaded files, and of those on their way
 * @param store          where the uploaded files are, if not there
 * @param maxUploadBytes the largest file that a field takes, in bytes
 * @param maxUserBytes   what one member's documents may have together, in bytes; {@code Long.MAX_VALUE} when nothing is said
 * @param accel          the path of nginx's internal location from which it sends the files; null: the service sends them
 * @param clamd          who looks for viruses in them, see {@link ClamdConfig}
 */
public record MediaConfig(Path root, StorageConfig store, long maxUploadBytes, long maxUserBytes, String accel, ClamdConfig clamd) {
    private static final long MEGABYTE = 1024 * 1024;

    public static MediaConfig read(Environment settings) {
        return new MediaConfig(
            Path.of(settings.text("MEDIA_ROOT", "media")).toAbsolutePath(),
            StorageConfig.read(settings),
            settings.number("MAX_UPLOAD_MB", 10, 1, 10_000) * MEGABYTE,
            settings.text("MAX_USER_MB", "").isEmpty() ? Long.MAX_VALUE : settings.number("MAX_USER_MB", 1, 1, 1_000_000) * MEGABYTE,
            accel(settings),
            ClamdConfig.read(settings));
    }

    /** Of folders and files below the root: nginx, which sends them, is another user. */
    public FilePermissions permissions() {
        return accel == null ? FilePermissions.OWNER : FilePermissions.GROUP_READS;
    }

    private static String accel(Environment settings) {
        var path = settings.text("MEDIA_ACCEL", null);
        if (path == null) return null;
        if (!path.matches("/(?:[\\w~-][\\w.~-]*/)+") || path.startsWith("/media/"))
            settings.reject("MEDIA_ACCEL", "\"" + path + "\" is not a path of its own like /protected/, with a slash at both ends");
        if (!settings.text("MEDIA_STORAGE", "disk").equals("disk"))
            settings.reject("MEDIA_ACCEL", "nginx reads files from a disk: it needs MEDIA_STORAGE=disk");
        return path;
    }
}
