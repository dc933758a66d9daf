package profiles.media;

import java.io.InputStream;
import java.nio.channels.ReadableByteChannel;
import java.util.function.Consumer;

/**
 * Where files are kept, each under a key such as {@code cvs/mycv.pdf}. A key's bytes never change. All methods throw
 * {@link java.io.UncheckedIOException} when the place cannot be reached or is full.
 */
public interface Storage {

    /**
     * Keeps the bytes for good under a key that no one holds: when this returns, a power cut does not lose them.
     *
     * @return false, with nothing written, when the key is taken
     */
    boolean create(String key, InputStream bytes);

    /** @return null when there is no such file */
    Stored find(String key);

    /**
     * @param from   the first byte's position
     * @param length at most as many as there are from there on
     * @return null when there is no such file, or no more
     */
    ReadableByteChannel read(String key, long from, long length);

    /** A file that is not there is fine. */
    void delete(String key);

    /** Tells every file of a folder, in no order. */
    void list(String folder, Consumer<Stored> each);
}
