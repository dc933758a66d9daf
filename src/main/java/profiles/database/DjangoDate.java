package profiles.database;

import io.ebean.core.type.ScalarTypeBaseVarchar;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * A day in SQLite, as Django writes it: text such as {@code 1815-12-10}. The driver alone would write milliseconds, and move days by zones.
 */
public final class DjangoDate extends ScalarTypeBaseVarchar<LocalDate> {

    public DjangoDate() {
        super(LocalDate.class);
    }

    @Override
    public String convertToDbString(LocalDate day) {
        return day.toString();
    }

    /** @return null for what is no day */
    @Override
    public LocalDate convertFromDbString(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    @Override
    public String formatValue(LocalDate day) {
        return convertToDbString(day);
    }

    @Override
    public LocalDate parse(String text) {
        return convertFromDbString(text);
    }
}
