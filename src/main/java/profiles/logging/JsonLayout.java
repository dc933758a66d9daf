package profiles.logging;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.pattern.ExtendedThrowableProxyConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.EncoderBase;
import java.util.Arrays;
import org.slf4j.LoggerFactory;
import profiles.web.Json;

/**
 * The log as JSON, an object in each line: {@code timestamp} (ISO 8601, UTC), {@code level}, {@code logger}, {@code thread}, {@code
 * message}, {@code exception}.
 */
public final class JsonLayout extends EncoderBase<ILoggingEvent> {
    private static final byte[] NONE = {};

    private final ExtendedThrowableProxyConverter exception = new ExtendedThrowableProxyConverter();

    /** Whatever is logged from now on. */
    public static void use() {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!(root.getAppender(LoggingSetup.NAME) instanceof OutputStreamAppender<ILoggingEvent> stderr)) return;
        var lines = new JsonLayout();
        lines.setContext(root.getLoggerContext());
        lines.start();
        stderr.setEncoder(lines);
    }

    @Override
    public void start() {
        exception.setContext(getContext());
        exception.start();
        super.start();
    }

    @Override
    public byte[] encode(ILoggingEvent event) {
        var line = Json.object("timestamp", event.getInstant().toString(), "level", event.getLevel().toString(), "logger",
            event.getLoggerName(),
            "thread", event.getThreadName(), "message", whole(event.getFormattedMessage()));
        if (event.getThrowableProxy() != null) line.put("exception", whole(exception.convert(event).strip()));
        var bytes = Json.bytes(line);
        var ended = Arrays.copyOf(bytes, bytes.length + 1);
        ended[bytes.length] = '\n';
        return ended;
    }

    /** Half a character of UTF-16 has no place in UTF-8, and would cost the line. */
    private static String whole(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }

    @Override
    public byte[] headerBytes() {
        return NONE;
    }

    @Override
    public byte[] footerBytes() {
        return NONE;
    }
}
