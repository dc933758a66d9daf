package profiles.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import profiles.backup.TarReader.Entry;
import profiles.web.Json;

/** A backup that was found whole, to be read from. */
public final class BackupFile implements AutoCloseable {
    private static final Pattern TABLE = Pattern.compile(Manifest.TABLES + "([a-z][a-z0-9_]*)/\\d+\\.jsonl");
    private static final int BUFFER = 64 * 1024;

    private final FileChannel file;
    private final Manifest manifest;
    private final Manifest.End end;

    private BackupFile(Path path, FileChannel file) throws IOException {
        this.file = file;
        var entries = new TarReader(file);
        var first = entries.next();
        if (first == null || !first.name().equals(Manifest.NAME)) throw new IOException("no backup begins so");
        this.manifest = json(first, Manifest.class);
        if (manifest.steps() == null || manifest.next() == null) throw new IOException("it does not say what it holds");
        if (manifest.format() > Manifest.FORMAT) throw new BackupException("Nothing was restored: " + path
            + " was made by a newer release (" + manifest.release() + ").");
        var last = first;
        for (var entry = entries.next(); entry != null; entry = entries.next()) last = entry;
        if (!last.name().equals(Manifest.End.NAME)) throw new IOException("it has no end");
        this.end = json(last, Manifest.End.class);
        if (!readChecksum(last.begins()).equals(end.sha256())) throw new IOException("its bytes are not those that were written");
    }

    /** Reads all of it once. @throws BackupException when it is no backup, is damaged or cut off, or is of a newer release */
    public static BackupFile open(Path path) {
        if (!Files.isReadable(path)) throw new BackupException("Nothing was restored: " + path + " cannot be read.");
        try {
            return read(path);
        } catch (IOException broken) {
            throw new BackupException("Nothing was restored: " + path + " is no backup, or is damaged ("
                + (broken instanceof JsonProcessingException ? "not JSON" : broken.getMessage()) + ").", broken);
        }
    }

    private static BackupFile read(Path path) throws IOException {
        var file = FileChannel.open(path);
        try {
            return new BackupFile(path, file);
        } catch (NumberFormatException broken) {
            file.close();
            throw new IOException(broken);
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /**
     * Reads what was written, all of it: some disks lose bytes without an error. @throws IOException when it is not whole, or holds
     * anything else
     */
    static void verify(Path path, BackupSummary copied) throws IOException {
        try (var file = read(path)) {
            if (!file.copied().equals(copied)) throw new IOException("it holds " + file.copied() + " instead of " + copied);
        } catch (IOException broken) {
            throw new IOException("what was read back from the disk is not what was written (" + broken.getMessage() + ")", broken);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    /** Of all that it holds, in hexadecimal. */
    String sha256() {
        return end.sha256();
    }

    BackupSummary copied() {
        return end.copied();
    }

    /** Takes the files in the backup that are of one kind. */
    interface Reader {
        /** @param name of the table, or the document's key */
        void read(String name, Entry entry) throws IOException, SQLException;
    }

    void tables(Reader reader) throws IOException, SQLException {
        forEachEntry(Manifest.TABLES, (name, entry) -> {
            var table = TABLE.matcher(entry.name());
            if (!table.matches()) throw new IOException("not a table: " + name);
            reader.read(table.group(1), entry);
        });
    }

    void documents(Reader reader) throws IOException, SQLException {
        forEachEntry(Manifest.DOCUMENTS, reader);
    }

    private void forEachEntry(String kind, Reader reader) throws IOException, SQLException {
        var entries = new TarReader(file);
        for (var entry = entries.next(); entry != null; entry = entries.next())
            if (entry.name().startsWith(kind)) reader.read(entry.name().substring(kind.length()), entry);
    }

    InputStream open(Entry entry) {
        return new FileSlice(file, entry.at(), entry.size());
    }

    private <T> T json(Entry entry, Class<T> type) throws IOException {
        if (entry.size() > BUFFER) throw new IOException("too long: " + entry.name());
        return Json.STRICT.readValue(open(entry).readAllBytes(), type);
    }

    private String readChecksum(long length) throws IOException {
        var digest = TarWriter.sha256();
        var buffer = new byte[BUFFER];
        try (var all = new FileSlice(file, 0, length)) {
            for (int read = all.read(buffer); read >= 0; read = all.read(buffer)) digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException harmless) {
            throw new UncheckedIOException(harmless);
        }
    }
}
