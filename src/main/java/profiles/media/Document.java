package profiles.media;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.tika.Tika;
import profiles.web.Errors;
import profiles.web.Upload;

/**
 * A file that was sent and found good.
 *
 * @param name cleaned, see {@link MediaName}
 */
public record Document(String name, Upload upload) {
    private static final Tika TIKA = new Tika();

    /**
     * Judges a file by its size, its bytes and its name.
     *
     * @param limit in bytes
     * @return null when something is wrong with it, which {@code errors} then tells
     */
    public static Document of(String field, Upload upload, List<FileKind> kinds, long limit, Errors errors) {
        var name = MediaName.clean(upload.name());
        if (upload.size() == 0) errors.on(field, "This file is empty.");
        else if (upload.size() > limit) errors.tooLarge(field, "This file is too large: at most " + limit / (1024 * 1024) + " MB are taken.");
        else if (kinds.stream().noneMatch(kind -> kind.names(name) && isOf(kind, upload, name)))
            errors.on(field, "This is not a " + FileKind.list(kinds) + " file, or its name does not end as it should.");
        else return new Document(name, upload);
        return null;
    }

    /** By the first bytes and, for what is packed, by what is inside; the name only tells apart what begins alike. */
    private static boolean isOf(FileKind kind, Upload upload, String name) {
        try (var start = upload.open(); var whole = upload.open()) {
            return kind.type().equals(TIKA.detect(start, name)) && kind.holds(whole);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }
}
