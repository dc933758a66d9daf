package profiles.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How JSON is read and written here. */
public final class Json {
    /** More than any form of ours has: each takes far more memory than it has bytes. */
    private static final int TOKENS = 5_000;

    /** Names in snake_case; what is said twice, or after the end, is a mistake. */
    public static final JsonMapper STRICT = JsonMapper.builder(JsonFactory.builder()
        .streamReadConstraints(StreamReadConstraints.builder().maxTokenCount(TOKENS).build()).build())
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        // Otherwise an emoji is written as two escapes.
        .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
        .build();

    private Json() {
    }

    /** An object whose names keep this order, unlike a {@code Map.of}. */
    public static Map<String, Object> object(Object... namesAndValues) {
        var object = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        return object;
    }

    public static byte[] bytes(Object it) {
        try {
            return STRICT.writeValueAsBytes(it);
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException(never);
        }
    }
}
