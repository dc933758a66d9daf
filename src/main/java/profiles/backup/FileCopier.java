package profiles.backup;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.ServiceUnavailable;

/** Copies stored files into a tar. A connection that breaks is taken up where it broke; a write that fails is not, see {@link #write}. */
final class FileCopier {
    private static final int BUFFER = 64 * 1024, TRIES = 5;

    private final Storage storage;
    private final TarWriter tar;
    private final Runnable often;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** @param often is run before each file; what it throws ends the copying */
    FileCopier(Storage storage, TarWriter tar, Runnable often) {
        this.storage = storage;
        this.tar = tar;
        this.often = often;
    }

    /** @return its size in bytes; -1, with nothing written, when there is no such file */
    long copy(String key) throws IOException {
        often.run();
        var file = find(key);
        if (file == null) return -1;
        tar.begin(Manifest.DOCUMENTS + key, file.size(), file.modified());
        var done = 0L;
        var tries = 0;
        while (done < file.size()) done += piece(file, done, ++tries == TRIES);
        if (tries > 1 || storage.isLocal()) checkUnchanged(file);
        tar.end(file.size());
        return file.size();
    }

    /** Pieces of two files would make none. One that was removed meanwhile was read whole. */
    private void checkUnchanged(StoredFile file) throws IOException {
        var now = storage.find(file.key());
        if (now != null && !now.equals(file)) throw new IOException("the document " + file.key() + " was changed while it was copied");
    }

    /** What another program wrote into the database may be no key. */
    private StoredFile find(String key) {
        try {
            return storage.find(key);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    /** @return how much of it was copied */
    private long piece(StoredFile file, long from, boolean last) throws IOException {
        var done = 0L;
        try (var bytes = storage.read(file.key(), from, file.size() - from)) {
            while (bytes != null && bytes.read(buffer.clear()) >= 0) {
                write();
                done += buffer.position();
            }
            if (from + done < file.size()) throw new EOFException(file.key() + " ended after " + (from + done) + " of " + file.size()
                + " bytes");
        } catch (IOException | ServiceUnavailable broken) {
            if (last) throw broken;
        }
        return done;
    }

    /** After a failure nobody knows how much of it is in the file, so it must not pass for one of reading, which is tried again. */
    private void write() {
        try {
            tar.write(buffer.array(), buffer.position());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
