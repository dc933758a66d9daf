package profiles.media;

import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobInputStreamOptions;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import profiles.StoreConfig;
import profiles.web.Problem;

/** Files in a container of Azure Blob Storage. */
public final class AzureStorage implements Storage {
    private static final Set<BlobErrorCode> TAKEN = Set.of(BlobErrorCode.BLOB_ALREADY_EXISTS, BlobErrorCode.CONDITION_NOT_MET);
    /** What is fetched at once, in bytes: a slow reader holds this, and no connection. */
    private static final int PIECE = 256 * 1024;
    private static final int PAGE = 1000;

    private final StoreConfig config;
    private final BlobContainerClient container;
    private final Clock clock;
    private final Keys keys;
    private final Readers readers = new Readers();

    private AzureStorage(StoreConfig config, BlobContainerClient container, Clock clock) {
        this.config = config;
        this.container = container;
        this.clock = clock;
        this.keys = new Keys(config.prefix());
    }

    /** @throws IllegalArgumentException when the connection string cannot be understood */
    public static AzureStorage open(StoreConfig config, Clock clock) {
        return new AzureStorage(config, AzureClients.container(config), clock);
    }

    /** A lost answer leaves a file behind as with {@link S3Storage#create}. */
    @Override
    public boolean create(String key, long size, Source source) {
        var blob = blob(key).getBlockBlobClient();
        try {
            blob.uploadWithResponse(AzureClients.upload(source, size), null, AzureClients.within(size));
            return true;
        } catch (BlobStorageException refused) {
            if (TAKEN.contains(refused.getErrorCode())) return false;
            throw failure(refused);
        } catch (RuntimeException failed) {
            throw failure(failed);
        }
    }

    @Override
    public Stored find(String key) {
        var blob = blob(key);
        return ask(() -> {
            var about = blob.getProperties();
            return new Stored(key, about.getBlobSize(), about.getLastModified().toInstant(), quoted(about.getETag()));
        });
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        var blob = blob(key);
        return readers.open(() -> ask(() -> length == 0 ? empty(key)
            : blob.openInputStream(new BlobInputStreamOptions().setRange(new BlobRange(from, length)).setBlockSize(PIECE))));
    }

    /** No range has no bytes. */
    private InputStream empty(String key) {
        return find(key) == null ? null : new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public void delete(String key) {
        var blob = blob(key);
        ask(blob::deleteIfExists);
    }

    /** It is tried again where an answer is lost. */
    @Override
    public boolean deletesLate() {
        return true;
    }

    @Override
    public void list(String folder, Consumer<Stored> each) {
        var options = new ListBlobsOptions().setPrefix(keys.folder(folder)).setMaxResultsPerPage(PAGE);
        var files = ask(() -> container.listBlobsByHierarchy("/", options, null).iterator());
        while (ask(files::hasNext)) {
            var file = ask(files::next);
            if (Boolean.TRUE.equals(file.isPrefix())) continue;
            var about = file.getProperties();
            each.accept(new Stored(keys.key(file.getName()), about.getContentLength(), about.getLastModified().toInstant(), quoted(about.getETag())));
        }
    }

    @Override
    public URI link(String key, String type, String disposition) {
        if (!config.redirect()) return null;
        var blob = blob(key);
        return URI.create(blob.getBlobUrl() + "?" + blob.generateSas(AzureClients.reading(clock.instant(), type, disposition)));
    }

    private BlobClient blob(String key) {
        return container.getBlobClient(keys.name(key));
    }

    private static String quoted(String tag) {
        return tag.startsWith("\"") ? tag : "\"" + tag + "\"";
    }

    /** @return null for what is missing */
    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (BlobStorageException refused) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(refused.getErrorCode())) return null;
            throw failure(refused);
        } catch (RuntimeException failed) {
            throw failure(failed);
        }
    }

    /** Under it is reactive code, which wraps what the network throws in more than one way. */
    private Problem failure(RuntimeException failed) {
        if (!(failed instanceof BlobStorageException answer)) return StoreFailure.of(config.toString(), 0, null, failed);
        var code = answer.getErrorCode();
        return StoreFailure.of(config.toString(), answer.getStatusCode(), code == null ? null : code.toString(), answer);
    }
}
