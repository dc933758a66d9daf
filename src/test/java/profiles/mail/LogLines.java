package profiles.mail;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What a class tells the log. */
final class LogLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger;

    LogLines(Class<?> teller) {
        logger = (Logger) LoggerFactory.getLogger(teller);
        start();
        logger.addAppender(this);
    }

    boolean says(String words) {
        return lines.stream().anyMatch(line -> line.contains(words));
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    @Override
    public void close() {
        logger.detachAppender(this);
    }

    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
