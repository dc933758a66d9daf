package profiles.media;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A zip of texts and stored files, which is made while it is sent: it is never whole in memory or on disk. */
public final class Archive {
    private final Storage storage;
    private final Instant now;
    private final List<ZipChannel.Entry> entries = new ArrayList<>();

    public Archive(Storage storage, Instant now) {
        this.storage = storage;
        this.now = now;
    }

    public void add(String name, byte[] bytes) {
        entries.add(new ZipChannel.Entry(name, now, () -> Channels.newChannel(new ByteArrayInputStream(bytes))));
    }

    /**
     * Adds a stored file under the name that its owner gave it, cleaned: what an older service stored must not lead out of the folder where the zip is unpacked.
     *
     * @param folder one for each file, so that no two have one name
     * @return the name in the zip; null, and nothing added, when there is no such file
     */
    public String add(String folder, String key) {
        var file = storage.find(key);
        if (file == null) return null;
        var name = MediaName.clean(MediaName.given(key));
        var path = folder + "/" + (name.isEmpty() ? "file" : name);
        entries.add(new ZipChannel.Entry(path, file.modified(), () -> open(file)));
        return path;
    }

    /** What is lost meanwhile breaks the zip off: it must not look whole. */
    private ReadableByteChannel open(Stored file) {
        var bytes = storage.read(file.key(), 0, file.size());
        if (bytes == null) throw new UncheckedIOException(new NoSuchFileException(file.key()));
        return bytes;
    }

    /** As an answer to be saved under this name. */
    public void send(Context ctx, String name) {
        ctx.contentType("application/zip").disableCompression();
        ctx.header("Content-Disposition", "attachment" + MediaHeaders.named(MediaName.clean(name)));
        if (ctx.req().getMethod().equals("GET")) Sending.async(ctx, new ZipChannel(entries));
    }
}
