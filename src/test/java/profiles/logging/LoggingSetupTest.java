package profiles.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import ch.qos.logback.classic.ClassicConstants;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator.ExecutionStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;

class LoggingSetupTest {
    private final LoggerContext context = new LoggerContext();

    @TempDir Path folder;

    @AfterEach void forget() {
        System.clearProperty(ClassicConstants.CONFIG_FILE_PROPERTY);
    }

    @Test void it_tells_what_we_say_and_little_of_others() {
        configure();

        assertNotNull(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(LoggingSetup.NAME));
        assertEquals(Level.INFO, context.getLogger("profiles.web.response.Reply").getEffectiveLevel());
        assertEquals(Level.WARN, context.getLogger("com.zaxxer.hikari").getEffectiveLevel());
        assertEquals(Level.OFF, context.getLogger("software.amazon.awssdk.request").getEffectiveLevel());
    }

    @Test void another_file_is_read_where_it_is_named() throws IOException {
        var file = Files.writeString(folder.resolve("mine.xml"), "<configuration><root level='ERROR'/></configuration>");
        System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, file.toString());

        configure();

        assertEquals(Level.ERROR, context.getLogger("profiles").getEffectiveLevel());
        assertNull(context.getLogger(Logger.ROOT_LOGGER_NAME).getAppender(LoggingSetup.NAME));
    }

    @Test void where_the_named_file_is_not_there_nothing_more_is_told_than_without() {
        System.setProperty(ClassicConstants.CONFIG_FILE_PROPERTY, folder.resolve("typo.xml").toString());

        it_tells_what_we_say_and_little_of_others();
    }

    private void configure() {
        var logs = new LoggingSetup();
        logs.setContext(context);
        assertEquals(ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY, logs.configure(context));
    }
}
