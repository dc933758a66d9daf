package profiles.web;

import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;

/** A file that came with a request; gone when the request ends. */
public final class Upload {
    private final String name;
    private final Part part;

    Upload(String name, Part part) {
        this.name = name;
        this.part = part;
    }

    /** As the sender named it: not to be trusted. */
    public String name() {
        return name;
    }

    /** In bytes. */
    public long size() {
        return part.getSize();
    }

    /** From the beginning, each time it is called. */
    public InputStream open() throws IOException {
        return part.getInputStream();
    }
}
