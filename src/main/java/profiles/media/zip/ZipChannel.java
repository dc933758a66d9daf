package profiles.media.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Supplier;

/** A zip that is created while it is read: a slow reader holds some kilobytes and at most one open file. Names are in UTF-8. */
public final class ZipChannel implements ReadableByteChannel {
    private static final int PIECE = 16 * 1024;

    /** @param bytes opened when its turn has come */
    public record Entry(String name, Instant modified, Supplier<ReadableByteChannel> bytes) {
    }

    private final Iterator<Entry> entries;
    private final ZipWriter zip = new ZipWriter();
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private ReadableByteChannel current;
    private ReadableByteChannel index;
    private boolean finished;

    /** @param entries asked for the next one when its turn has come */
    public ZipChannel(Iterator<Entry> entries) {
        this.entries = entries;
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        while (!ready.hasRemaining() && !finished) {
            step();
            ready = ByteBuffer.wrap(zip.drain());
        }
        if (!ready.hasRemaining()) return -1;
        var count = Math.min(ready.remaining(), to.remaining());
        to.put(ready.slice().limit(count));
        ready.position(ready.position() + count);
        return count;
    }

    private void step() throws IOException {
        if (current != null) copy();
        else if (index != null) copyIndex();
        else if (entries.hasNext()) begin(entries.next());
        else index = Channels.newChannel(zip.index());
    }

    private void begin(Entry entry) throws IOException {
        current = entry.bytes().get();
        zip.begin(entry.name(), entry.modified());
    }

    private void copy() throws IOException {
        if (current.read(piece.clear()) >= 0) {
            zip.write(piece.array(), piece.position());
            return;
        }
        zip.end();
        current.close();
        current = null;
    }

    private void copyIndex() throws IOException {
        if (index.read(piece.clear()) >= 0) {
            zip.append(piece.array(), piece.position());
            return;
        }
        zip.finish();
        finished = true;
    }

    @Override
    public boolean isOpen() {
        return !finished;
    }

    /** Also before the end, when the reader has left. */
    @Override
    public void close() throws IOException {
        finished = true;
        try (zip) {
            if (current != null) current.close();
        }
    }
}
