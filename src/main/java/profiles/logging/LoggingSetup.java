package profiles.logging;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.DefaultJoranConfigurator;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Map;
import org.slf4j.Logger;

/**
 * The log, on standard error. Logback finds this by itself, as a service, and spares the reading of an XML file, which is a tenth of the
 * start. A file that {@code -Dlogback.configurationFile} names is read instead.
 */
public final class LoggingSetup extends ContextAwareBase implements Configurator {
    /** Of its only appender. */
    static final String NAME = "stderr";
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %msg%n%xThrowable{full}";

    private static final Map<String, Level> LEVELS = Map.of(
        Logger.ROOT_LOGGER_NAME, Level.WARN,
        "profiles", Level.INFO,
        // Ebean warns of auto-commit under SQLite, which is meant (see ConnectionPools).
        "io.ebean", Level.ERROR,
        // Why a connection was given up is thrown, too, and told by us in a line.
        "com.zaxxer.hikari.pool", Level.ERROR,
        // Jetty warns of what a stranger writes; the stranger is answered, and nobody here can mend it.
        "org.eclipse.jetty.http", Level.ERROR,
        "org.eclipse.jetty.util.HostPort", Level.ERROR,
        // And of those who leave while their answer is written.
        "org.eclipse.jetty.ee10.servlet.ServletChannelState", Level.ERROR,
        // What goes wrong in a store is thrown, too, and told by us; some of it holds addresses that are secret.
        "com.azure", Level.OFF,
        "software.amazon.awssdk", Level.OFF,
        "reactor", Level.OFF);

    @Override
    public ExecutionStatus configure(LoggerContext to) {
        if (!read(to)) {
            LEVELS.forEach((name, level) -> to.getLogger(name).setLevel(level));
            to.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(stderr(to));
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** @return false where no file is named, or none is there: then ours stands, since Logback's own would tell all, secrets too */
    private static boolean read(LoggerContext to) {
        if (System.getProperty(ClassicConstants.CONFIG_FILE_PROPERTY) == null) return false;
        var file = new DefaultJoranConfigurator();
        file.setContext(to);
        return file.configure(to) == ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> stderr(LoggerContext context) {
        var lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern(LINE);
        lines.start();
        var stderr = new ConsoleAppender<ILoggingEvent>();
        stderr.setName(NAME);
        stderr.setContext(context);
        stderr.setTarget("System.err");
        stderr.setEncoder(lines);
        stderr.start();
        return stderr;
    }
}
