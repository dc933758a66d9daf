package profiles.scan;

import java.io.InputStream;

/** Looks for what would harm those who open a file (ASVS 5.4.3). */
public interface Scanner {

    /**
     * Call it outside of transactions: it takes its time.
     *
     * @param bytes read to their end where that is needed; left open
     * @throws NotScanned when it cannot be told at the moment
     */
    Verdict look(InputStream bytes) throws NotScanned;
}
