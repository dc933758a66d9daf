package profiles.directory;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import profiles.web.Json;
import profiles.web.Timestamp;

/** The file formats of exports. */
enum ExportFormat {
    /** RFC 4180, with the mark by which Excel knows UTF-8. */
    CSV("text/csv", "; charset=utf-8; header=present") {
        @Override
        byte[] head() {
            return ("\uFEFF" + row(ExportRecord.NAMES)).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        byte[] line(Map<String, Object> values) {
            return row(values.values()).getBytes(StandardCharsets.UTF_8);
        }
    },
    /** An object in each line (jsonlines.org). */
    JSONL("application/jsonl", "") {
        @Override
        byte[] head() {
            return new byte[0];
        }

        @Override
        byte[] line(Map<String, Object> values) {
            try {
                return (Json.STRICT.writeValueAsString(values) + "\n").getBytes(StandardCharsets.UTF_8);
            } catch (JsonProcessingException never) {
                throw new UncheckedIOException(never);
            }
        }
    };

    /**
     * What a spreadsheet would take for the beginning of a formula (OWASP, CSV injection; ASVS 1.2.10): after blanks and in full width too.
     */
    private static final Pattern FORMULA = Pattern.compile("[\t\r\n\0]|[\\s\\p{Z}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]");

    private final String type;
    private final String parameters;

    ExportFormat(String type, String parameters) {
        this.type = type;
        this.parameters = parameters;
    }

    abstract byte[] head();

    abstract byte[] line(Map<String, Object> values);

    String contentType() {
        return type + parameters;
    }

    static String row(Collection<?> values) {
        return values.stream().map(ExportFormat::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        var text = value == null ? "" : value instanceof Timestamp moment ? moment.iso() : value.toString();
        if (FORMULA.matcher(text).lookingAt()) text = "'" + text;
        return text.matches("(?s).*[,\"\r\n'].*") || !text.equals(text.strip()) ? "\"" + text.replace("\"", "\"\"") + "\"" : text;
    }
}
