package profiles.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;

/** The next bytes of a channel, and no more. */
public final class BoundedChannel implements ReadableByteChannel {
    private final ReadableByteChannel channel;
    private long left;

    public BoundedChannel(ReadableByteChannel channel, long length) {
        this.channel = channel;
        this.left = length;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        if (left == 0) return -1;
        var limit = to.limit();
        to.limit((int) Math.min(limit, to.position() + left));
        try {
            var read = channel.read(to);
            if (read > 0) left -= read;
            return read;
        } finally {
            to.limit(limit);
        }
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
