package profiles.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import profiles.web.Json;

class JsonLayoutTest {
    private final LoggerContext context = new LoggerContext();

    @Test void an_event_is_one_line_whatever_it_says() throws IOException {
        var line = line("said \"{}\"\n{\"level\":\"forged\"}", null, "ada\r\n2026 ERROR forged\u2028");

        assertEquals("2026-11-25T10:00:00.123Z", line.get("timestamp").textValue());
        assertEquals("WARN", line.get("level").textValue());
        assertEquals("profiles.Some", line.get("logger").textValue());
        assertEquals("said \"ada\r\n2026 ERROR forged\u2028\"\n{\"level\":\"forged\"}", line.get("message").textValue());
        assertFalse(line.has("exception"));
    }

    @Test void half_a_character_costs_no_line() throws IOException {
        assertEquals("said ?, 🦉", line("said \ud83e, 🦉", null).get("message").textValue());
        assertTrue(line("it failed", new IOException("on \udd89")).get("exception").textValue().startsWith("java.io.IOException: on ?\n"));
    }

    @Test void what_went_wrong_is_told_with_its_cause() throws IOException {
        var exception = line("it failed", new IllegalStateException("outside", new IOException("inside"))).get("exception").textValue();

        assertTrue(exception.startsWith("java.lang.IllegalStateException: outside\n")
            && exception.contains("Caused by: java.io.IOException: inside"), exception);
    }

    private JsonNode line(String message, Throwable thrown, Object... arguments) throws IOException {
        var lines = new JsonLayout();
        lines.setContext(context);
        lines.start();
        Logger logger = context.getLogger("profiles.Some");
        var event = new LoggingEvent("profiles.Some", logger, Level.WARN, message, thrown, arguments);
        event.setInstant(Instant.parse("2026-11-25T10:00:00.123Z"));

        var text = new String(lines.encode(event), StandardCharsets.UTF_8);

        assertEquals(1, text.chars().filter(each -> each == '\n').count());
        assertTrue(text.endsWith("}\n"), text);
        return Json.STRICT.readTree(text);
    }
}
