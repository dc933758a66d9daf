package profiles.backup;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as JSON lines, in pieces of about a megabyte, each whole in itself: the names of the columns, then the rows, as arrays. So
 * nothing grows with the table, and each piece can be told its size before it is written.
 */
final class TableExport {
    private static final int PIECE = 1024 * 1024;

    private final String table;
    private final boolean sqlite;
    private final Pieces pieces;
    private final Texts each;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
    private List<String> columns;
    private int[] types;
    private long rows;

    /** Where the pieces go. */
    interface Pieces {
        void take(byte[] piece) throws IOException;
    }

    /** What passes by. */
    interface Texts {
        void see(String column, String text) throws IOException;
    }

    /** @param each takes every text, with its column, as it passes by */
    TableExport(String table, boolean sqlite, Pieces pieces, Texts each) {
        this.table = table;
        this.sqlite = sqlite;
        this.pieces = pieces;
        this.each = each;
    }

    /** @return how many rows there are */
    long of(DatabaseSnapshot snapshot) throws SQLException {
        snapshot.read("select * from " + table, this::rows);
        return rows;
    }

    private void rows(ResultSet from) throws SQLException {
        try {
            describe(from);
            var written = 0L;
            while (from.next()) {
                if (piece.size() == 0) head();
                row(from);
                rows++;
                if (piece.size() < PIECE) continue;
                flush();
                written = rows;
            }
            if (rows > written) flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void describe(ResultSet from) throws SQLException {
        var about = from.getMetaData();
        columns = new ArrayList<>();
        types = new int[about.getColumnCount()];
        for (int i = 1; i <= types.length; i++) {
            columns.add(about.getColumnName(i));
            if (!sqlite) types[i - 1] = about.getColumnType(i);
        }
    }

    private void head() throws IOException {
        try (var to = ColumnValues.JSON.createGenerator(piece)) {
            to.writeArray(columns.toArray(String[]::new), 0, columns.size());
            to.writeRaw('\n');
        }
    }

    private void row(ResultSet from) throws SQLException, IOException {
        try (var to = ColumnValues.JSON.createGenerator(piece)) {
            to.writeStartArray();
            for (int i = 0; i < types.length; i++) value(from, i, to);
            to.writeEndArray();
            to.writeRaw('\n');
        }
    }

    private void value(ResultSet from, int index, JsonGenerator to) throws SQLException, IOException {
        var value = ColumnValues.of(from, index + 1, types[index]);
        ColumnValues.write(value, to);
        if (value instanceof String text) each.see(columns.get(index), text);
    }

    private void flush() throws IOException {
        pieces.take(piece.toByteArray());
        piece.reset();
    }
}
