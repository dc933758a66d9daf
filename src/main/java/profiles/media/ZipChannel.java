package profiles.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip, made piece by piece as it is read: a slow reader holds some kilobytes and at most one open file. Names are UTF-8, and flagged so. */
final class ZipChannel implements ReadableByteChannel {
    private static final int PIECE = 16 * 1024;

    /** @param bytes opened when its turn has come */
    record Entry(String name, Instant modified, Supplier<ReadableByteChannel> bytes) {
    }

    private final Iterator<Entry> entries;
    private final ByteArrayOutputStream made = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(made);
    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);
    private ByteBuffer ready = ByteBuffer.allocate(0);
    private ReadableByteChannel current;
    private boolean finished;

    ZipChannel(List<Entry> entries) {
        this.entries = List.copyOf(entries).iterator();
        // Documents are packed already: to pack them once more costs the most and gains nothing.
        zip.setLevel(Deflater.NO_COMPRESSION);
    }

    @Override
    public int read(ByteBuffer to) throws IOException {
        while (!ready.hasRemaining() && !finished) {
            step();
            ready = ByteBuffer.wrap(made.toByteArray());
            made.reset();
        }
        if (!ready.hasRemaining()) return -1;
        var count = Math.min(ready.remaining(), to.remaining());
        to.put(ready.slice().limit(count));
        ready.position(ready.position() + count);
        return count;
    }

    private void step() throws IOException {
        if (current != null) copy();
        else if (entries.hasNext()) begin(entries.next());
        else {
            zip.finish();
            finished = true;
        }
    }

    private void begin(Entry entry) throws IOException {
        current = entry.bytes().get();
        zip.putNextEntry(new ZipEntry(entry.name()).setLastModifiedTime(FileTime.from(entry.modified())));
    }

    private void copy() throws IOException {
        if (current.read(piece.clear()) >= 0) {
            zip.write(piece.array(), 0, piece.position());
            return;
        }
        zip.closeEntry();
        current.close();
        current = null;
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
