package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiskStorageTest extends StorageContract {
    @TempDir Path folder;

    @Override
    Storage empty() {
        return new DiskStorage(folder.resolve("media"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "cvs/../../out", "/etc/passwd", "", ".", "cvs/..", "cvs/../.."})
    void a_key_never_leads_out_of_the_root(String key) throws IOException { // ASVS 5.3.2
        Files.writeString(folder.resolve("out"), "secret");
        var storage = empty();

        assertThrows(IllegalArgumentException.class, () -> storage.find(key));
        assertThrows(IllegalArgumentException.class, () -> storage.read(key, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> storage.delete(key));
        assertThrows(IllegalArgumentException.class, () -> storage.create(key, new ByteArrayInputStream(new byte[1])));
        assertEquals("secret", Files.readString(folder.resolve("out")));
    }

    @Test void a_file_that_went_away_meanwhile_cannot_be_read() {
        assertNull(empty().read("cvs/gone.pdf", 0, 1));
    }

    @Test void folders_are_no_files() throws IOException {
        Files.createDirectories(folder.resolve("media/cvs/deep"));
        var files = new ArrayList<Stored>();

        empty().list("cvs", files::add);

        assertEquals(List.of(), files);
        assertNull(empty().find("cvs"));
        assertFalse(empty().create("cvs/deep", new ByteArrayInputStream(new byte[1])));
    }
}
