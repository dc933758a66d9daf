package profiles;

import java.nio.file.Path;

/**
 * Where documents are kept, and how large they may be.
 *
 * @param root           the folder of the uploaded files, and of those on their way
 * @param maxUploadBytes the largest file that a field takes, in bytes
 * @param clamd          who looks for viruses in them, see {@link ClamdConfig}
 */
public record MediaConfig(Path root, long maxUploadBytes, ClamdConfig clamd) {
    private static final long MEGABYTE = 1024 * 1024;

    static MediaConfig read(Settings settings) {
        return new MediaConfig(
            Path.of(settings.text("MEDIA_ROOT", "media")).toAbsolutePath(),
            settings.number("MAX_UPLOAD_MB", 10, 1, 10_000) * MEGABYTE,
            ClamdConfig.read(settings));
    }
}
