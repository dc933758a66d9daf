package profiles.antivirus;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.config.ClamdConfig;

/** ClamAV's daemon. It gets the bytes by its command INSTREAM (clamd(8)), so it needs no access to our files. */
public final class Clamd implements Scanner {
    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);
    private static final Pattern FOUND = Pattern.compile("stream: ([!-~][ -~]{0,199}) FOUND\0");
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int BUFFER = 64 * 1024;
    /** What it "finds" in a file that it has not looked at whole, where AlertExceedsMax is on. */
    private static final String LIMITS = "Heuristics.Limits.Exceeded";

    /** How many scan at once, and how many more may wait: what clamd cannot take must not hold all threads of the service. */
    private static final int AT_ONCE = 4, IN_LINE = 16;

    private final ClamdConfig config;
    private final Semaphore free = new Semaphore(AT_ONCE, true);
    private final Semaphore line = new Semaphore(AT_ONCE + IN_LINE);

    public Clamd(ClamdConfig config) {
        this.config = config;
    }

    /** Asks whether it is there. */
    public void ping() throws ScanFailedException {
        try (var connection = new ClamdConnection(config.address(), CONNECT, CONNECT)) {
            connection.say(ascii("zPING\0"));
            var answer = connection.answer();
            if (!answer.equals("PONG\0")) throw unknown(answer);
        } catch (IOException | UnresolvedAddressException | UnsupportedOperationException failed) {
            throw unreachable(failed);
        }
    }

    @Override
    public ScanResult scan(InputStream bytes) throws ScanFailedException {
        if (!line.tryAcquire()) throw ScanFailedException.overloaded("too many files wait for " + config);
        try {
            return scanInTurn(bytes);
        } finally {
            line.release();
        }
    }

    private ScanResult scanInTurn(InputStream bytes) throws ScanFailedException {
        if (!acquire()) throw ScanFailedException.overloaded("other files take too long at " + config);
        try (var connection = new ClamdConnection(config.address(), CONNECT, config.longest())) {
            send(bytes, connection);
            return verdict(connection.answer());
        } catch (IOException | UnresolvedAddressException | UnsupportedOperationException failed) {
            throw unreachable(failed);
        } finally {
            free.release();
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(config.longest().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** In chunks, each after its length; none of length zero but the last. */
    private static void send(InputStream bytes, ClamdConnection connection) throws IOException {
        var buffer = new byte[BUFFER];
        var more = connection.say(ascii("zINSTREAM\0"));
        for (int read = read(bytes, buffer); more && read > 0; read = read(bytes, buffer))
            more = connection.say(length(read), ByteBuffer.wrap(buffer, 0, read));
        if (more) connection.say(length(0));
    }

    /** That our own file cannot be read is not clamd's fault. */
    private static int read(InputStream bytes, byte[] to) {
        try {
            return bytes.read(to);
        } catch (IOException lost) {
            throw new UncheckedIOException(lost);
        }
    }

    private ScanResult verdict(String answer) throws ScanFailedException {
        if (answer.equals("stream: OK\0")) return ScanResult.CLEAN;
        var found = FOUND.matcher(answer);
        var limited = answer.startsWith("INSTREAM size limit exceeded") || found.matches() && found.group(1).startsWith(LIMITS);
        if (found.matches() && !limited) return ScanResult.found(found.group(1));
        if (!limited) throw unknown(answer);
        LOG.warn("a file was refused since it is over a limit of {}: raise StreamMaxLength, MaxFileSize and MaxScanSize in clamd.conf "
            + "above MAX_UPLOAD_MB", config);
        return ScanResult.TOO_LARGE;
    }

    private ScanFailedException unreachable(Exception failed) {
        return new ScanFailedException("cannot use " + config + " (" + (failed.getMessage() == null ? failed : failed.getMessage()) + ")",
            failed);
    }

    /** What it said comes from outside, and goes to the log. */
    private ScanFailedException unknown(String answer) {
        return new ScanFailedException(config + " answers what is not understood: \"" + answer.replaceAll("[^ -~]", "?").strip() + "\"");
    }

    private static ByteBuffer length(int bytes) {
        return ByteBuffer.allocate(4).putInt(bytes).flip();
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }
}
