package profiles.media.zip;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import profiles.fileformat.FileName;
import profiles.media.MediaHeaders;
import profiles.storage.Storage;
import profiles.storage.StoredFile;
import profiles.web.response.AsyncDownload;

/** A download of texts and stored files as a zip. It is streamed, and never whole in memory or on disk. */
public final class ZipDownload {
    private final Storage storage;
    private final Instant now;
    private final List<ZipChannel.Entry> entries = new ArrayList<>();
    private Iterator<Map.Entry<String, String>> later = Collections.emptyIterator();

    public ZipDownload(Storage storage, Instant now) {
        this.storage = storage;
        this.now = now;
    }

    public void add(String name, byte[] bytes) {
        entries.add(new ZipChannel.Entry(name, now, () -> Channels.newChannel(new ByteArrayInputStream(bytes))));
    }

    /**
     * Adds a stored file under the name that its owner gave it, cleaned: what an older service stored must not lead out of the folder where
     * the zip is unpacked.
     *
     * @param folder one for each file, so that no two have one name
     * @return the name in the zip; null, and nothing added, when there is no such file
     */
    public String add(String folder, String key) {
        var entry = entry(folder, key);
        if (entry == null) return null;
        entries.add(entry);
        return entry.name();
    }

    /**
     * Adds stored files, each looked for when its turn has come; those that are not there are left out. @param files keys by their folders,
     * see {@link #add}
     */
    public void add(Iterator<Map.Entry<String, String>> files) {
        later = files;
    }

    private ZipChannel.Entry entry(String folder, String key) {
        var file = storage.find(key);
        if (file == null) return null;
        var name = FileName.clean(FileName.displayName(key));
        return new ZipChannel.Entry(folder + "/" + (name.isEmpty() ? "file" : name), file.modified(), () -> open(file));
    }

    private Iterator<ZipChannel.Entry> all() {
        var found = StreamSupport.stream(Spliterators.spliteratorUnknownSize(later, Spliterator.ORDERED), false)
            .map(file -> entry(file.getKey(), file.getValue())).filter(Objects::nonNull);
        return Stream.concat(entries.stream(), found).iterator();
    }

    /** What is lost meanwhile breaks the zip off: it must not look whole. */
    private ReadableByteChannel open(StoredFile file) {
        var bytes = storage.read(file.key(), 0, file.size());
        if (bytes == null) throw new UncheckedIOException(new NoSuchFileException(file.key()));
        return bytes;
    }

    /** As an answer to be saved under this name. */
    public void send(Context ctx, String name) {
        ctx.contentType("application/zip");
        ctx.header("Content-Disposition", "attachment" + MediaHeaders.named(FileName.clean(name), "documents"));
        if (ctx.req().getMethod().equals("GET")) AsyncDownload.async(ctx, new ZipChannel(all()));
    }
}
