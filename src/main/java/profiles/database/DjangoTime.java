package profiles.database;

import io.ebean.core.type.ScalarTypeBaseVarchar;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** An instant in SQLite, as Django writes it: UTC text such as {@code 2021-03-04 05:06:07.000089}, without a fraction that is zero. */
public final class DjangoTime extends ScalarTypeBaseVarchar<Instant> {

    private static final String SECONDS = "uuuu-MM-dd HH:mm:ss";
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern(SECONDS, Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern(SECONDS + ".SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter ANY = new DateTimeFormatterBuilder().appendPattern(SECONDS)
        .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true).toFormatter();

    public DjangoTime() {
        super(Instant.class);
    }

    @Override
    public String convertToDbString(Instant time) {
        var micros = time.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
        return micros.getNano() == 0 ? micros.format(WHOLE) : micros.format(MICROS);
    }

    /** @return null for what is no time: one odd row must not hide all others */
    @Override
    public Instant convertFromDbString(String text) {
        try {
            return LocalDateTime.parse(text, ANY).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    @Override
    public String formatValue(Instant time) {
        return convertToDbString(time);
    }

    @Override
    public Instant parse(String text) {
        return convertFromDbString(text);
    }
}
