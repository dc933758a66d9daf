package profiles.media;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import profiles.fileformat.FileFormat;
import profiles.fileformat.FileName;
import profiles.fileformat.RejectedFile;
import profiles.fileformat.UnsupportedFormat;
import profiles.storage.Storage;
import profiles.web.FormErrors;
import profiles.web.request.Upload;

/**
 * A file that was uploaded and accepted.
 *
 * @param name   cleaned, see {@link FileName}
 * @param type   its media type
 * @param sha256 of its bytes, in lower-case hexadecimal digits
 */
public record ValidatedUpload(String name, String type, String sha256, Upload upload) implements Storage.Source {
    public static final String EMPTY = "This file is empty. Choose another one.";

    /**
     * Judges a file by its size and its bytes, which also give its name the right ending (ASVS 5.2.2).
     *
     * @param limit in bytes
     * @return null when something is wrong with it, which {@code errors} then tells
     */
    public static ValidatedUpload of(String field, Upload upload, List<FileFormat> kinds, long limit, FormErrors errors) {
        if (upload.size() == 0) errors.add(field, EMPTY);
        else if (upload.size() > limit) errors.tooLarge(field, tooLarge(limit));
        else try {
            var kind = kind(upload, kinds);
            return new ValidatedUpload(kind.named(name(field, upload)), kind.type(), sha256(upload.open()), upload);
        } catch (RejectedFile unfit) {
            errors.add(field, unfit.getMessage());
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
        return null;
    }

    private static FileFormat kind(Upload upload, List<FileFormat> kinds) throws IOException, RejectedFile {
        for (var kind : kinds) if (kind.matches(upload::open)) return kind;
        throw UnsupportedFormat.of(upload::open, upload.name()).rejection(kinds);
    }

    /** @param bytes are closed */
    static String sha256(InputStream bytes) throws IOException {
        try (var hashed = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            hashed.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(hashed.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String name(String field, Upload upload) {
        var name = FileName.clean(upload.name());
        return name.isEmpty() ? field : name;
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
}
