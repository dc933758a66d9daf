package profiles.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import software.amazon.awssdk.core.sync.RequestBody;

/** What is sent to S3, from the beginning again for another try. */
final class S3RequestBody implements AutoCloseable {
    private final Storage.Source source;
    private InputStream open;

    S3RequestBody(Storage.Source source) {
        this.source = source;
    }

    RequestBody of(long size) {
        return RequestBody.fromContentProvider(this::again, size, "application/octet-stream");
    }

    private InputStream again() {
        close();
        try {
            open = source.open();
            return open;
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    @Override
    public void close() {
        try {
            if (open != null) open.close();
        } catch (IOException harmless) {
            // It was only read.
        }
    }
}
