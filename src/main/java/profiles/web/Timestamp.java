package profiles.web;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** A point in time as people and programs read it, to the second: {@code 25 Nov 2026, 14:05 UTC} and {@code 2026-11-25T14:05:09Z}. */
public record Timestamp(Instant at) {
    private static final DateTimeFormatter TEXT = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);

    /** @return null for null */
    public static Timestamp of(Instant at) {
        return at == null ? null : new Timestamp(at.truncatedTo(ChronoUnit.SECONDS));
    }

    @JsonValue
    public String iso() {
        return at.toString();
    }

    public String text() {
        return TEXT.format(at);
    }
}
