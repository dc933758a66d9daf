package profiles.profile.leaving;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipInputStream;

/** A zip that was received, unpacked in memory. */
public record Zip(Map<String, byte[]> entries) {

    public static Zip of(byte[] bytes) {
        var entries = new LinkedHashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry())
                entries.put(entry.getName(), zip.readAllBytes());
            return new Zip(entries);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public Set<String> names() {
        return entries.keySet();
    }

    public JsonNode json(String name) {
        try {
            return JsonMapper.builder().build().readTree(entries.get(name));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
