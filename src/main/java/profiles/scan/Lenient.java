package profiles.scan;

import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where uploads matter more than scans: what cannot be looked at is taken, and said. */
public final class Lenient implements Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(Lenient.class);

    private final Scanner scanner;

    public Lenient(Scanner scanner) {
        this.scanner = scanner;
    }

    @Override
    public Verdict look(InputStream bytes) throws NotScanned {
        try {
            return scanner.look(bytes);
        } catch (NotScanned failed) {
            if (failed.crowded()) throw failed;
            LOG.warn("a file is taken without a look for viruses, as CLAMD_OPTIONAL allows: {}", failed.getMessage());
            return Verdict.CLEAN;
        }
    }
}
