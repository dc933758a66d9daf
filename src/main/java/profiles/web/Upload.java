package profiles.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.eclipse.jetty.http.MultiPart;

/** A file that came with a request; gone when the request ends. */
public final class Upload {
    private final MultiPart.Part part;

    Upload(MultiPart.Part part) {
        this.part = part;
    }

    /** As the sender named it: not to be trusted. */
    public String name() {
        return part.getFileName();
    }

    /** In bytes. */
    public long size() {
        return part.getLength();
    }

    /** From the beginning, each time it is called. */
    public InputStream open() throws IOException {
        return open(part);
    }

    /** Only a part without bytes has no file. */
    static InputStream open(MultiPart.Part part) throws IOException {
        return part instanceof MultiPart.PathPart kept ? Files.newInputStream(kept.getPath()) : InputStream.nullInputStream();
    }
}
