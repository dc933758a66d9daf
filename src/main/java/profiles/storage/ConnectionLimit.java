package profiles.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Limits the files of a remote store that are being read, since each holds a connection and its buffers. */
final class ConnectionLimit {
    private static final int MOST = 64;

    private final Semaphore free = new Semaphore(MOST);

    /**
     * @param opening null when there is no such file
     * @throws profiles.web.Problem 503 when too many are open
     */
    ReadableByteChannel open(Supplier<InputStream> opening) {
        if (!free.tryAcquire()) throw StorageErrors.overloaded();
        InputStream bytes = null;
        try {
            bytes = opening.get();
            return bytes == null ? null : Channels.newChannel(new Counted(bytes));
        } finally {
            if (bytes == null) free.release();
        }
    }

    private final class Counted extends FilterInputStream {
        private final AtomicBoolean closed = new AtomicBoolean();

        Counted(InputStream bytes) {
            super(bytes);
        }

        @Override
        public void close() throws IOException {
            if (closed.getAndSet(true)) return;
            free.release();
            super.close();
        }
    }
}
