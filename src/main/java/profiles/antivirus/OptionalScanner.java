package profiles.antivirus;

import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A scanner whose failures do not stop uploads: the file is accepted, with a warning in the log. */
public final class OptionalScanner implements Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(OptionalScanner.class);

    private final Scanner scanner;

    public OptionalScanner(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public ScanResult scan(InputStream bytes) throws ScanFailedException {
        try {
            return scanner.scan(bytes);
        } catch (ScanFailedException failed) {
            if (failed.isOverloaded()) throw failed;
            LOG.warn("a file is taken without a look for viruses, as CLAMD_OPTIONAL allows: {}", failed.getMessage());
            return ScanResult.CLEAN;
        }
    }
}
