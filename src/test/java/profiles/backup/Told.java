package profiles.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a backup says, read by its own rules: the rows by their columns' names, the documents by their bytes. */
record Told(Map<String, TreeSet<String>> tables, Map<String, String> documents) {

    static Told by(Path file) throws IOException {
        var told = new Told(new TreeMap<>(), new TreeMap<>());
        try (var channel = FileChannel.open(file)) {
            var tar = new TarReader(channel);
            for (var entry = tar.next(); entry != null; entry = tar.next()) {
                var bytes = new FileSlice(channel, entry.at(), entry.size()).readAllBytes();
                var parts = entry.name().split("/", 3);
                if (parts[0].equals("tables")) told.rows(parts[1], new String(bytes, StandardCharsets.UTF_8));
                else if (parts[0].equals("documents")) told.documents.put(parts[1] + "/" + parts[2],
                    new String(bytes, StandardCharsets.ISO_8859_1));
            }
        }
        return told;
    }

    private void rows(String table, String piece) throws IOException {
        var json = JsonMapper.builder().build();
        JsonNode columns = null;
        for (var line : piece.split("\n")) {
            var values = json.readTree(line);
            if (columns == null) {
                columns = values;
                continue;
            }
            var row = new TreeMap<String, JsonNode>();
            for (int i = 0; i < columns.size(); i++) row.put(columns.get(i).textValue(), values.get(i));
            tables.computeIfAbsent(table, name -> new TreeSet<>()).add(row.toString());
        }
    }
}
