package profiles.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every storage must do, wherever it keeps its files. */
public abstract class StorageContract {
    protected Storage storage;

    /** @return an empty one */
    abstract Storage empty();

    @BeforeEach
    void anEmptyStorage() {
        storage = empty();
    }

    @Test void a_file_is_found_as_it_was_stored() throws IOException {
        var before = Instant.now().minusSeconds(2);

        assertTrue(create("cvs/a.pdf", "hello"));

        var file = storage.find("cvs/a.pdf");
        assertEquals("cvs/a.pdf", file.key());
        assertEquals(5, file.size());
        assertTrue(!file.modified().isBefore(before) && file.modified().isBefore(Instant.now().plusSeconds(2)), file.toString());
        assertEquals("hello", read("cvs/a.pdf", 0, 5));
    }

    @Test void a_taken_key_is_told_and_keeps_its_first_bytes() throws IOException {
        create("cvs/a.pdf", "first");

        assertFalse(create("cvs/a.pdf", "second"));

        assertEquals("first", read("cvs/a.pdf", 0, 5));
    }

    @Test void what_is_missing_is_null() {
        assertNull(storage.find("cvs/none.pdf"));
        assertNull(storage.find("nowhere/none.pdf"));
    }

    @Test void a_range_is_read_without_the_rest() throws IOException {
        create("cvs/a.pdf", "0123456789");

        assertEquals("345", read("cvs/a.pdf", 3, 3));
        assertEquals("0", read("cvs/a.pdf", 0, 1));
        assertEquals("9", read("cvs/a.pdf", 9, 1));
        assertEquals("0123456789", read("cvs/a.pdf", 0, 10));
    }

    @Test void an_empty_and_a_large_file_are_stored_whole() throws IOException {
        var large = new byte[3_000_000];
        IntStream.range(0, large.length).forEach(i -> large[i] = (byte) (i * 31));

        create("cvs/empty", "");
        storage.create("cvs/large", large.length, () -> new ByteArrayInputStream(large));

        assertEquals(0, storage.find("cvs/empty").size());
        try (var channel = storage.read("cvs/large", 0, large.length)) {
            assertArrayEquals(large, Channels.newInputStream(channel).readAllBytes());
        }
    }

    @Test void a_deleted_file_is_gone_and_its_key_free_however_often() throws IOException {
        create("cvs/a.pdf", "old");

        storage.delete("cvs/a.pdf");
        storage.delete("cvs/a.pdf");
        storage.delete("cvs/never.pdf");
        storage.delete("nowhere/never.pdf");

        assertNull(storage.find("cvs/a.pdf"));
        assertTrue(create("cvs/a.pdf", "new"));
        assertEquals("new", read("cvs/a.pdf", 0, 3));
    }

    @Test void another_file_under_the_same_key_has_another_tag() {
        create("cvs/a.pdf", "a");
        var first = storage.find("cvs/a.pdf").etag();
        storage.delete("cvs/a.pdf");

        create("cvs/a.pdf", "another");

        assertNotEquals(first, storage.find("cvs/a.pdf").etag());
        assertTrue(first.matches("\"[!#-~]+\""), first);
    }

    @Test void a_folder_is_listed_with_sizes_and_times_and_nothing_of_its_neighbours() {
        create("cvs/a.pdf", "a");
        create("cvs/b.pdf", "bb");
        create("cvs2/c.pdf", "ccc");

        var files = list("cvs");

        assertEquals(Map.of("cvs/a.pdf", 1L, "cvs/b.pdf", 2L), Map.of("cvs/a.pdf", files.get("cvs/a.pdf").size(), "cvs/b.pdf",
            files.get("cvs/b.pdf").size()));
        assertEquals(2, files.size());
        for (var file : files.values()) assertTrue(Duration.between(file.modified(), Instant.now()).abs().toMinutes() < 1, file.toString());
        assertEquals(Map.of(), list("nowhere"));
    }

    @Test void keys_are_in_any_script() throws IOException {
        for (var name : List.of("Lebenslauf Größe.pdf", "резюме.pdf", "履歴書.pdf", "قصة.pdf", "हिन्दी.pdf", "🎉.pdf", "a+b&c=d;e'f.pdf",
            "100 %.pdf", "#1?.pdf", "x~.pdf", "A.pdf", "a.pdf")) {
            assertTrue(create("cvs/" + name, name), name);

            assertEquals("cvs/" + name, storage.find("cvs/" + name).key());
            assertTrue(list("cvs").containsKey("cvs/" + name), name);
            assertEquals(name, read("cvs/" + name, 0, storage.find("cvs/" + name).size()));
        }
    }

    @Test void of_many_who_create_one_key_at_once_exactly_one_wins() throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            for (int round = 0; round < 10; round++) {
                var key = "cvs/race" + round;
                var tries = IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> create(key, "bytes of " + i) ? "bytes of " + i
                    : null).toList();

                var winners = threads.invokeAll(tries).stream().map(StorageContract::result).filter(bytes -> bytes != null).toList();

                assertEquals(1, winners.size());
                assertEquals(winners.get(0), read(key, 0, 10));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test void a_stream_that_fails_leaves_nothing() {
        for (var failure : List.of(new IOException("cut off"), new IllegalStateException("broken"))) {
            assertThrows(RuntimeException.class, () -> storage.create("cvs/torn.pdf", 200_000, () -> failing(failure)));

            assertNull(storage.find("cvs/torn.pdf"));
            assertEquals(Map.of(), list("cvs"));
            assertTrue(create("cvs/torn.pdf", "whole"));
            storage.delete("cvs/torn.pdf");
        }
    }

    @Test void fewer_bytes_than_were_told_are_refused() {
        assertThrows(RuntimeException.class, () -> storage.create("cvs/torn.pdf", 7, () -> new ByteArrayInputStream(new byte[5])));

        assertNull(storage.find("cvs/torn.pdf"));
    }

    @Test void what_is_missing_cannot_be_read() {
        assertNull(storage.read("cvs/gone.pdf", 0, 1));
        assertNull(storage.read("cvs/gone.pdf", 0, 0));
    }

    @Test void a_reader_may_leave_before_the_end() throws IOException {
        storage.create("cvs/a.pdf", 1_000_000, () -> new ByteArrayInputStream(new byte[1_000_000]));

        for (int i = 0; i < 100; i++) {
            try (var channel = storage.read("cvs/a.pdf", 0, 1_000_000)) {
                assertTrue(channel.read(ByteBuffer.allocate(10)) > 0);
            }
        }
        assertEquals("\0", read("cvs/a.pdf", 999_999, 1));
    }

    @Test void what_lies_deeper_is_not_listed_with_a_folder() {
        create("cvs/a.pdf", "a");
        create("cvs/deep/b.pdf", "b");

        assertEquals(Set.of("cvs/a.pdf"), list("cvs").keySet());
        assertEquals(Set.of("cvs/deep/b.pdf"), list("cvs/deep").keySet());
        assertNull(storage.find("cvs"));
        assertNull(storage.find("cvs/deep"));
    }

    @Test void files_may_be_deleted_while_they_are_listed() {
        for (int i = 0; i < 30; i++) create("cvs/" + i, "");

        var told = new HashSet<String>();
        storage.list("cvs", file -> {
            storage.delete(file.key());
            told.add(file.key());
        });

        assertEquals(30, told.size());
        assertEquals(Map.of(), list("cvs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out", "cvs/../../out", "/etc/passwd", "", ".", "cvs/..", "cvs/../..", "cvs//a", "cvs/"})
    void a_key_never_leads_out_of_the_place(String key) { // ASVS 5.3.2
        assertThrows(IllegalArgumentException.class, () -> storage.find(key));
        assertThrows(IllegalArgumentException.class, () -> storage.read(key, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> storage.delete(key));
        assertThrows(IllegalArgumentException.class, () -> create(key, "x"));
        assertThrows(IllegalArgumentException.class, () -> storage.list(key, file -> { }));
    }

    protected String read(String key, long from, long length) throws IOException {
        try (var channel = storage.read(key, from, length)) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    protected Map<String, StoredFile> list(String folder) {
        var files = new HashMap<String, StoredFile>();
        storage.list(folder, file -> files.put(file.key(), file));
        return files;
    }

    protected boolean create(String key, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return storage.create(key, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** Gives some bytes, and then fails. */
    private static InputStream failing(Exception failure) {
        return new InputStream() {
            private int left = 100_000;

            @Override
            public int read() throws IOException {
                if (left-- > 0) return 'x';
                if (failure instanceof IOException cut) throw cut;
                throw (RuntimeException) failure;
            }
        };
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
