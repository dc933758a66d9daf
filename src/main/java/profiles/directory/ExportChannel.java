package profiles.directory;

import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Iterator;

/** An export in pieces; each is made when the reader needs it. */
public final class ExportChannel implements ReadableByteChannel {
    private final Iterator<byte[]> pieces;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private boolean open = true;

    ExportChannel(Iterator<byte[]> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read(ByteBuffer to) {
        var before = to.position();
        while (to.hasRemaining() && (piece.hasRemaining() || pieces.hasNext())) {
            if (!piece.hasRemaining()) piece = ByteBuffer.wrap(pieces.next());
            var count = Math.min(piece.remaining(), to.remaining());
            to.put(piece.slice().limit(count));
            piece.position(piece.position() + count);
        }
        return to.position() == before ? -1 : to.position() - before;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
    }
}
