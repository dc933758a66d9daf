package profiles.web.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import profiles.web.Json;
import profiles.web.Problem;

/** A form sent as a JSON object. */
final class JsonInput {
    private JsonInput() {
    }

    static FormInput read(byte[] body, Set<String> names) {
        var object = parse(body);
        if (!object.isObject()) throw Problem.malformed("Send a JSON object.");
        var input = new FormInput();
        for (var entry : object.properties()) {
            if (!names.contains(entry.getKey())) throw Problem.malformed("\"" + entry.getKey() + "\" is not known here.");
            input.put(entry.getKey(), value(entry.getKey(), entry.getValue()));
        }
        return input;
    }

    private static JsonNode parse(byte[] body) {
        try {
            // Jackson would take the overlong forms of UTF-8, which hide what they stand for (RFC 3629, 10).
            return Json.STRICT.readTree(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString());
        } catch (JsonProcessingException broken) {
            var where = broken.getLocation();
            throw Problem.malformed("This is not JSON: " + broken.getOriginalMessage()
                + (where == null ? "." : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")."));
        } catch (CharacterCodingException undecodable) {
            throw Problem.malformed("This is not JSON in UTF-8.");
        }
    }

    private static Object value(String name, JsonNode node) {
        if (node.isNull()) return FormInput.NULL;
        if (node.isTextual()) return node.textValue();
        if (node.isBoolean()) return node.booleanValue();
        if (node.isIntegralNumber() && node.canConvertToLong()) return node.longValue();
        throw Problem.malformed("\"" + name + "\" must be a text, a whole number, true, false or null.");
    }
}
