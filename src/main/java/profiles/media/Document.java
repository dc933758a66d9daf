package profiles.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import profiles.web.Errors;
import profiles.web.Upload;

/**
 * A file that was sent and found good.
 *
 * @param name cleaned, see {@link MediaName}
 */
public record Document(String name, Upload upload) implements Storage.Source {
    public static final String EMPTY = "This file is empty. Choose another one.";

    /**
     * Judges a file by its size, its bytes and its name (ASVS 5.2.2).
     *
     * @param limit in bytes
     * @return null when something is wrong with it, which {@code errors} then tells
     */
    public static Document of(String field, Upload upload, List<FileKind> kinds, long limit, Errors errors) {
        var name = MediaName.clean(upload.name());
        if (upload.size() == 0) errors.on(field, EMPTY);
        else if (upload.size() > limit) errors.tooLarge(field, tooLarge(limit));
        else {
            var fault = fault(upload, name, kinds);
            if (fault == null) return new Document(name, upload);
            errors.on(field, fault);
        }
        return null;
    }

    @Override
    public InputStream open() throws IOException {
        return upload.open();
    }

    @Override
    public Path file() {
        return upload.file();
    }

    /** @param limit in bytes */
    public static String tooLarge(long limit) {
        return "This file is too large. Choose one of at most " + limit / (1024 * 1024) + " MB.";
    }

    /** What is said of a file of no kind that is taken. */
    public static String other(List<FileKind> kinds) {
        return "This is not a " + FileKind.list(kinds) + " file. Choose another one.";
    }

    /** The bytes first, then the name. @return what is wrong, and what would be right; null for nothing */
    private static String fault(Upload upload, String name, List<FileKind> kinds) {
        try {
            for (var kind : kinds) if (kind.is(upload)) return kind.names(name) ? null : "This is a " + kind + " file, but its name does not end in " + kind.endings() + ". Rename it, and choose it again.";
            return other(kinds);
        } catch (Unfit unfit) {
            return unfit.getMessage();
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
