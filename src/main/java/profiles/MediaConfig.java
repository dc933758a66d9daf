package profiles;

import java.nio.file.Path;

/**
 * Where documents are kept, and how large they may be.
 *
 * @param root           the folder of the uploaded files, and of those on their way
 * @param maxUploadBytes the largest file that a field takes, in bytes
 * @param accel          the path of nginx's internal location from which it sends the files; null: the service sends them
 */
public record MediaConfig(Path root, long maxUploadBytes, String accel) {
    private static final long MEGABYTE = 1024 * 1024;

    static MediaConfig read(Settings settings) {
        return new MediaConfig(
            Path.of(settings.text("MEDIA_ROOT", "media")).toAbsolutePath(),
            settings.number("MAX_UPLOAD_MB", 10, 1, 10_000) * MEGABYTE,
            accel(settings));
    }

    private static String accel(Settings settings) {
        var path = settings.text("MEDIA_ACCEL", null);
        if (path == null) return null;
        if (!path.matches("/(?:[\\w~-][\\w.~-]*/)+") || path.startsWith("/media/"))
            settings.wrong("MEDIA_ACCEL", "\"" + path + "\" is not a path of its own like /protected/, with a slash at both ends");
        if (!settings.text("MEDIA_STORAGE", "disk").equals("disk")) settings.wrong("MEDIA_ACCEL", "nginx reads files from a disk: it needs MEDIA_STORAGE=disk");
        return path;
    }
}
