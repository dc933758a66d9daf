package profiles.web.request;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.eclipse.jetty.http.MultiPart;

/** An uploaded file; it is deleted when the request ends, unless it was taken. */
public final class Upload {
    private final MultiPart.Part part;
    private final long size;

    Upload(MultiPart.Part part) {
        this.part = part;
        this.size = part.getLength();
    }

    /** As the sender named it: not to be trusted. */
    public String name() {
        return part.getFileName();
    }

    /** In bytes. */
    public long size() {
        return size;
    }

    /** From the beginning, each time it is called until the file is taken; a {@link FileInputStream} where there are bytes. */
    public InputStream open() throws IOException {
        return open(part);
    }

    /** Where the bytes are, to be taken; null for none. */
    public Path file() {
        return part instanceof MultiPart.PathPart kept ? kept.getPath() : null;
    }

    /** Only a part without bytes has no file. */
    static InputStream open(MultiPart.Part part) throws IOException {
        return part instanceof MultiPart.PathPart kept ? new FileInputStream(kept.getPath().toFile()) : InputStream.nullInputStream();
    }
}
