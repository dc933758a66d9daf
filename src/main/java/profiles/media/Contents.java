package profiles.media;

import java.io.IOException;
import java.io.InputStream;

/** What makes a file one of its kind, beyond its first bytes. The bytes are a stranger's: they are read once, in bounded memory and time. */
interface Contents {

    /**
     * Reads the file, and leaves it open.
     *
     * @return whether it is of this kind
     * @throws Unfit when it is, and cannot be taken
     */
    boolean hold(InputStream file) throws IOException, Unfit;
}
