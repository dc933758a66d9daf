package profiles.antivirus;

import java.io.InputStream;

/** Scans files for malware (ASVS 5.4.3). */
public interface Scanner {

    /**
     * Call it outside of transactions: it takes its time.
     *
     * @param bytes read to their end where that is needed; left open
     * @throws ScanFailedException when it cannot be told at the moment
     */
    ScanResult scan(InputStream bytes) throws ScanFailedException;
}
