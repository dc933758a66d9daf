package profiles.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
    @ValueSource(strings = {"../out", "cvs/../../out"})
    void what_lies_beside_the_root_stays_as_it_is(String key) throws IOException { // ASVS 5.3.2
        Files.writeString(folder.resolve("out"), "secret");

        assertThrows(IllegalArgumentException.class, () -> create(key, "x"));
        assertThrows(IllegalArgumentException.class, () -> storage.delete(key));

        assertEquals("secret", Files.readString(folder.resolve("out")));
    }

    @Test void folders_are_no_files() throws IOException {
        Files.createDirectories(folder.resolve("media/cvs/deep"));
        var files = new ArrayList<Stored>();

        storage.list("cvs", files::add);

        assertEquals(List.of(), files);
        assertNull(storage.find("cvs"));
        assertFalse(create("cvs/deep", "x"));
    }
}
