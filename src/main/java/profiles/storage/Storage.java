package profiles.storage;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where files are kept, each under a key such as {@code cvs/mycv.pdf}: a folder and a name, in any script. A key's bytes never change while
 * it is held. Any number of copies of the service may work on one storage at once.
 *
 * <p>What is missing is null, everywhere. All methods throw {@link profiles.web.ServiceUnavailable} (503) when the place cannot be reached
 * or refuses us, a {@link profiles.web.Problem} 507 when it is full, and IllegalArgumentException for what is no key: it never leads out of
 * the place.
 */
public interface Storage extends AutoCloseable {

    /** Bytes that can be read more than once: a store asks again where a connection broke. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;

        /**
         * The file that holds the bytes and nothing else, which a storage may make its own: then they can be read here no more. Or null.
         */
        default Path file() {
            return null;
        }
    }

    /**
     * Keeps the bytes for good under a key that no one holds: when this returns, a power cut does not lose them. They pass through in
     * pieces, and are never whole in memory. When this throws, no reader ever sees a part of them; a lost answer may leave them whole, for
     * the cleanup.
     *
     * @param size of the bytes; with fewer of them it fails
     * @return false, with nothing written, when the key is taken
     */
    boolean create(String key, long size, Source bytes);

    /** @return null when there is no such file */
    StoredFile find(String key);

    /**
     * Bytes as they are needed: what is not read is not fetched, and a slow reader holds some kilobytes.
     *
     * @param from   the first byte's position
     * @param length at most as many as there are from there on
     * @return null when there is no such file, or no more; to be closed by the caller, also before its end
     */
    ReadableByteChannel read(String key, long from, long length);

    /** A file that is not there is fine. */
    void delete(String key);

    /**
     * Whether a delete may come to pass after it was answered, or given up, as one that is on its way over a network. Then a key that was
     * once used must not be used again: the delete would hit another's file.
     */
    default boolean deletesLate() {
        return false;
    }

    /** Whether to ask it is a matter of microseconds, as on a disk. */
    default boolean isLocal() {
        return false;
    }

    /**
     * Tells every file of a folder, in no order, and not those in folders of that one. No more than a page of them is in memory at a time.
     */
    void list(String folder, Consumer<StoredFile> each);

    /**
     * An address where anyone may read the file for the next minute, from the place itself. It is a secret: no log has it.
     *
     * @param type        the Content-Type of the answer there
     * @param disposition the Content-Disposition likewise (RFC 6266)
     * @return null where the service sends the bytes itself
     */
    default URI presignedUrl(String key, String type, String disposition) {
        return null;
    }

    @Override
    default void close() {
    }
}
