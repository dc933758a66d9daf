package profiles.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.config.FilePermissions;

class DiskStorageTest extends StorageContract {
    @TempDir Path folder;

    @Override
    Storage empty() {
        return new DiskStorage(folder.resolve("media"), FilePermissions.OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "cvs/../../out"})
    void what_lies_beside_the_root_stays_as_it_is(String key) throws IOException { // ASVS 5.3.2
        Files.writeString(folder.resolve("out"), "secret");

        assertThrows(IllegalArgumentException.class, () -> create(key, "x"));
        assertThrows(IllegalArgumentException.class, () -> storage.delete(key));

        assertEquals("secret", Files.readString(folder.resolve("out")));
    }

    @Test void the_file_that_holds_the_bytes_takes_the_place_and_may_be_read_like_any_other() throws IOException {
        create("cvs/copied.pdf", "hello");
        var sent = sent("hello");
        Files.setLastModifiedTime(sent.file(), FileTime.from(Instant.now().minus(Duration.ofDays(2))));

        assertTrue(storage.create("cvs/moved.pdf", 5, sent));

        assertFalse(Files.exists(sent.file()));
        var copied = folder.resolve("media/cvs/copied.pdf");
        var moved = folder.resolve("media/cvs/moved.pdf");
        assertEquals("hello", Files.readString(moved));
        assertEquals(Files.getPosixFilePermissions(copied), Files.getPosixFilePermissions(moved));
        assertTrue(Files.getLastModifiedTime(moved).toInstant().isAfter(Instant.now().minus(Duration.ofDays(1))),
            "the sweep takes it for left");
    }

    @Test void a_file_that_finds_its_name_taken_stays_for_another_try() throws IOException {
        create("cvs/a.pdf", "first");
        var sent = sent("second");

        assertFalse(storage.create("cvs/a.pdf", 6, sent));
        assertTrue(storage.create("cvs/b.pdf", 6, sent));

        assertEquals("first", Files.readString(folder.resolve("media/cvs/a.pdf")));
        assertEquals("second", Files.readString(folder.resolve("media/cvs/b.pdf")));
    }

    @Test void a_file_of_another_size_than_it_says_is_not_taken() throws IOException {
        var sent = sent("short");

        assertThrows(UncheckedIOException.class, () -> storage.create("cvs/a.pdf", 7, sent));

        assertNull(storage.find("cvs/a.pdf"));
    }

    /** As an upload is: in a file of its own. */
    private Storage.Source sent(String text) throws IOException {
        var file = Files.writeString(Files.createTempFile(Files.createDirectories(folder.resolve("media/.incoming")), "sent", ""), text);
        return new Storage.Source() {
            @Override
            public InputStream open() throws IOException {
                return new FileInputStream(file.toFile());
            }

            @Override
            public Path file() {
                return file;
            }
        };
    }

    @Test void folders_are_no_files() throws IOException {
        Files.createDirectories(folder.resolve("media/cvs/deep"));
        var files = new ArrayList<StoredFile>();

        storage.list("cvs", files::add);

        assertEquals(List.of(), files);
        assertNull(storage.find("cvs"));
        assertFalse(create("cvs/deep", "x"));
    }
}
