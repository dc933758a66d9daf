package profiles.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ExportFormatTest {

    @Test void no_cell_begins_a_formula() { // ASVS 1.2.10
        for (var begins : new String[] {"=", "+", "-", "@", "\t", "\r", "\n", "\0", " =", "\u2003@", "\uFF1D", "\uFF0B", "\uFF0D",
            "\uFF20"})
            assertEquals("\"'" + begins + "1\"\r\n", row(begins + "1"), begins);
        assertEquals("1-1,a@b,\" 1\"\r\n", row("1-1", "a@b", " 1"));
    }

    @Test void cells_are_quoted_where_they_must_be() { // RFC 4180
        assertEquals("plain,\"a,b\",\"say \"\"x\"\"\",\"two\r\nlines\",,7,true\r\n",
            row("plain", "a,b", "say \"x\"", "two\r\nlines", null, 7, true));
    }

    private static String row(Object... values) {
        return ExportFormat.row(Arrays.asList(values));
    }
}
