package profiles.backup;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import profiles.database.DjangoTime;

/**
 * A column's value in JSON, alike for both databases: times as Django writes them (UTC), booleans as 0 and 1, bytes as {@code {"base64":
 * ...}}.
 */
final class ColumnValues {
    static final JsonFactory JSON = JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build()).build();

    private static final String BYTES = "base64";
    private static final DjangoTime TIME = new DjangoTime();

    private ColumnValues() {
    }

    /** @param type of the column, see {@link Types}; 0 where each value has its own */
    static Object of(ResultSet rows, int column, int type) throws SQLException {
        return switch (type) {
            case Types.TIMESTAMP -> time(rows, column);
            case Types.DATE -> rows.getObject(column, LocalDate.class);
            default -> rows.getObject(column);
        };
    }

    static void write(Object value, JsonGenerator to) throws IOException {
        if (value == null) to.writeNull();
        else if (value instanceof Boolean yes) to.writeNumber(yes ? 1 : 0);
        else if (value instanceof Double || value instanceof Float) to.writeNumber(((Number) value).doubleValue());
        else if (value instanceof Number number) to.writeNumber(number.toString());
        else if (value instanceof byte[] bytes) {
            to.writeStartObject();
            to.writeBinaryField(BYTES, bytes);
            to.writeEndObject();
        } else to.writeString(value.toString());
    }

    private static String time(ResultSet rows, int column) throws SQLException {
        var time = rows.getObject(column, LocalDateTime.class);
        return time == null ? null : TIME.convertToDbString(time.toInstant(ZoneOffset.UTC));
    }

    /** @param token the first of the value */
    static void read(JsonParser from, JsonToken token, PreparedStatement into, int column) throws SQLException, IOException {
        switch (token) {
            case VALUE_NULL -> into.setNull(column, Types.VARCHAR);
            case VALUE_NUMBER_INT -> into.setLong(column, from.getLongValue());
            case VALUE_NUMBER_FLOAT -> into.setDouble(column, from.getDoubleValue());
            case VALUE_STRING -> into.setString(column, from.getText());
            case START_OBJECT -> {
                from.nextFieldName();
                from.nextToken();
                into.setBytes(column, from.getBinaryValue());
                from.nextToken();
            }
            default -> throw new IOException("not a value");
        }
    }
}
