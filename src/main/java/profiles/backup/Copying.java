package profiles.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import profiles.media.Storage;
import profiles.media.Stored;
import profiles.web.Unavailable;

/** Copies stored files into a tar. A connection that breaks is taken up where it broke. */
final class Copying {
    private static final int BUFFER = 64 * 1024, TRIES = 5;

    private final Storage storage;
    private final TarWriter tar;
    private final Runnable often;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);

    /** @param often is run before each file; what it throws ends the copying */
    Copying(Storage storage, TarWriter tar, Runnable often) {
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
        for (int tries = 1; done < file.size(); tries++) done += piece(file, done, tries == TRIES);
        tar.end(file.size());
        return file.size();
    }

    /** What another program wrote into the database may be no key. */
    private Stored find(String key) {
        try {
            return storage.find(key);
        } catch (IllegalArgumentException noKey) {
            return null;
        }
    }

    /** @return how much of it was copied */
    private long piece(Stored file, long from, boolean last) throws IOException {
        var done = 0L;
        try (var bytes = storage.read(file.key(), from, file.size() - from)) {
            while (bytes != null && bytes.read(buffer.clear()) >= 0) {
                tar.write(buffer.array(), buffer.position());
                done += buffer.position();
            }
            if (from + done < file.size()) throw new EOFException(file.key() + " ended after " + (from + done) + " of " + file.size() + " bytes");
        } catch (IOException | Unavailable broken) {
            if (last) throw broken;
        }
        return done;
    }
}
