package profiles.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documents that the database names, in a file: there may be more of them than the heap holds. */
final class KeyList implements AutoCloseable {
    private final Path file;
    private final DataOutputStream out;
    private long count;

    KeyList(Path folder) throws IOException {
        this.file = Files.createTempFile(folder, "documents.", ".part");
        this.out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
        file.toFile().deleteOnExit();
    }

    void add(String key) throws IOException {
        out.writeUTF(key);
        count++;
    }

    interface Reader {
        void read(String key) throws IOException;
    }

    void forEach(Reader reader) throws IOException {
        out.flush();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (long i = 0; i < count; i++) reader.read(in.readUTF());
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
