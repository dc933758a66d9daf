package profiles.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fixture.Engine;
import profiles.fixture.Form;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.fixture.SmallDisk;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.Json;

/** A backup on a disk that fails once, or loses bytes without a word, is none, and neither is one of documents that change. */
class DamagedDiskTest {
    private static final List<String> TABLES = List.of("auth_user", "profiles_profile");
    private static final int LARGE = 900_000;

    @TempDir
    Path folder;

    @Test void a_disk_that_is_full_for_a_moment_makes_no_backup() throws IOException {
        try (var service = withDocument(); var disk = new SmallDisk(4000)) {
            var storage = new Watched(service.graph().storage()) {
                @Override
                public ReadableByteChannel read(String key, long from, long length) {
                    if (reads.getAndIncrement() == 0) disk.fill(100_000);
                    else disk.empty();
                    return super.read(key, from, length);
                }
            };

            var failed = assertThrows(BackupException.class, () -> backUp(service, storage, disk.folder().resolve("full.tar")));

            assertEquals("Nothing was backed up: No space left on device", failed.getMessage());
            disk.empty();
            assertEquals(List.of(), files(disk.folder()));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 11})
    void a_write_that_fails_once_is_not_taken_for_a_read_that_does(int which) throws IOException {
        try (var service = withDocument(); var file = FileChannel.open(folder.resolve("part"), StandardOpenOption.CREATE,
            StandardOpenOption.WRITE)) {
            var tar = new TarWriter(new FailsOnce(file, which), Instant.now(), () -> { });
            var copier = new FileCopier(service.graph().storage(), tar, () -> { });

            assertThrows(UncheckedIOException.class, () -> copier.copy("cvs/cv.pdf"));
        }
    }

    @Test void what_the_disk_has_lost_without_a_word_is_found_before_the_file_gets_its_name() throws IOException {
        var copied = new BackupSummary(0, 1, 100_000, 0);
        var file = folder.resolve("lost.tar");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var tar = new TarWriter(channel, Instant.now(), () -> { });
            tar.add(Manifest.NAME, Json.bytes(new Manifest(1, null, "2026-01-01T00:00:00Z", List.of("1.0"), Map.of())));
            tar.add("documents/cvs/cv.pdf", new byte[100_000]);
            tar.add(Manifest.End.NAME, Json.bytes(new Manifest.End(tar.checksum(), 0, 1, 100_000, 0)));
            tar.finish();
        }
        BackupFile.verify(file, copied);
        var other = assertThrows(IOException.class, () -> BackupFile.verify(file, new BackupSummary(0, 2, 100_000, 0)));
        assertTrue(other.getMessage().contains("instead of 0 rows and 2 documents"), other.getMessage());

        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[] {1}), 50_000);
        }
        var damaged = assertThrows(IOException.class, () -> BackupFile.verify(file, copied));
        assertTrue(damaged.getMessage().startsWith("what was read back from the disk is not what was written"), damaged.getMessage());
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(60_000);
        }
        assertThrows(IOException.class, () -> BackupFile.verify(file, copied));
    }

    @Test void a_document_that_changes_or_ends_early_makes_no_backup() throws IOException {
        try (var service = withDocument()) {
            var changing = new Watched(service.graph().storage()) {
                @Override
                public ReadableByteChannel read(String key, long from, long length) {
                    var bytes = super.read(key, from, length);
                    write(service.media().resolve(key), "another, and longer".repeat(LARGE / 10));
                    return bytes;
                }
            };
            var ending = new Watched(service.graph().storage()) {
                @Override
                public ReadableByteChannel read(String key, long from, long length) {
                    return from < LARGE / 2 ? super.read(key, from, LARGE / 2 - from) : null;
                }
            };

            var changed = assertThrows(BackupException.class, () -> backUp(service, changing, folder.resolve("changed.tar")));
            var ended = assertThrows(BackupException.class, () -> backUp(service, ending, folder.resolve("ended.tar")));

            assertEquals("Nothing was backed up: the document cvs/cv.pdf was changed while it was copied", changed.getMessage());
            assertTrue(ended.getMessage().startsWith("Nothing was backed up: cvs/cv.pdf ended after "), ended.getMessage());
            assertEquals(List.of(), files(folder));
            assertFalse(service.graph().holds().any());
        }
    }

    @Test void a_disk_that_cannot_be_read_for_a_moment_is_asked_again() throws IOException {
        try (var service = withDocument()) {
            var failing = new Watched(service.graph().storage()) {
                @Override
                public ReadableByteChannel read(String key, long from, long length) {
                    var bytes = super.read(key, from, length);
                    return reads.getAndIncrement() > 0 ? bytes : new BreaksOff(bytes);
                }
            };
            var file = folder.resolve("again.tar");

            backUp(service, failing, file);

            assertEquals(new String(Samples.pdf(LARGE), StandardCharsets.ISO_8859_1), Told.by(file).documents().get("cvs/cv.pdf"));
        }
    }

    private static Service withDocument() {
        var service = Service.on(Engine.SQLITE);
        service.program().register("owner").post("/profile/edit/", new Form().file("cv", "cv.pdf", "application/pdf", Samples.pdf(LARGE)));
        return service;
    }

    private static BackupSummary backUp(Service service, Storage storage, Path to) {
        return new Backup(service.graph().config(), storage, service.graph().holds(), Clock.systemUTC())
            .create(to, TABLES, List.of("1.0"), warning -> { });
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static class Watched implements Storage {
        final AtomicInteger reads = new AtomicInteger();
        private final Storage storage;

        Watched(Storage storage) {
            this.storage = storage;
        }

        @Override
        public boolean create(String key, long size, Source bytes) {
            return storage.create(key, size, bytes);
        }

        @Override
        public StoredFile find(String key) {
            return storage.find(key);
        }

        @Override
        public ReadableByteChannel read(String key, long from, long length) {
            return storage.read(key, from, length);
        }

        @Override
        public boolean isLocal() {
            return storage.isLocal();
        }

        @Override
        public void delete(String key) {
            storage.delete(key);
        }

        @Override
        public void list(String folder, Consumer<StoredFile> each) {
            storage.list(folder, each);
        }
    }

    /** The third read fails. */
    private static final class BreaksOff implements ReadableByteChannel {
        private final ReadableByteChannel bytes;
        private int reads;

        BreaksOff(ReadableByteChannel bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            if (reads++ == 2) throw new IOException("Input/output error");
            return bytes.read(to);
        }

        @Override
        public boolean isOpen() {
            return bytes.isOpen();
        }

        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** Half of one write is done, and it fails; all others are done. */
    private static final class FailsOnce implements WritableByteChannel {
        private final WritableByteChannel file;
        private int left;

        FailsOnce(WritableByteChannel file, int left) {
            this.file = file;
            this.left = left;
        }

        @Override
        public int write(ByteBuffer bytes) throws IOException {
            if (left-- != 0) return file.write(bytes);
            file.write(bytes.limit(bytes.position() + bytes.remaining() / 2));
            throw new IOException("Input/output error");
        }

        @Override
        public boolean isOpen() {
            return file.isOpen();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
