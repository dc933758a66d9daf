package profiles.storage;

import com.azure.core.util.Context;
import com.azure.storage.blob.BlobClient;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobRange;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.models.ListBlobsOptions;
import com.azure.storage.blob.options.BlobInputStreamOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import profiles.config.StorageConfig;

/** Files in a container of Azure Blob Storage. */
public final class AzureStorage implements Storage {
    private static final Set<BlobErrorCode> TAKEN = Set.of(BlobErrorCode.BLOB_ALREADY_EXISTS, BlobErrorCode.CONDITION_NOT_MET);
    /** What is fetched at once, in bytes: a slow reader holds this, and no connection. */
    private static final int PIECE = 256 * 1024;
    private static final int PAGE = 1000;
    /** Threads that may wait for the store at once. */
    private static final int ASKING = 32, WRITING = 16;

    private final StorageConfig config;
    private final BlobContainerClient container, uploads;
    private final Clock clock;
    private final KeyPrefix keys;
    private final ConnectionLimit readers = new ConnectionLimit();
    private final Bulkhead asking = new Bulkhead(ASKING), writing = new Bulkhead(WRITING);

    private AzureStorage(StorageConfig config, BlobContainerClient container, BlobContainerClient uploads, Clock clock) {
        this.config = config;
        this.container = container;
        this.uploads = uploads;
        this.clock = clock;
        this.keys = new KeyPrefix(config.prefix());
    }

    /** @throws IllegalArgumentException when the connection string cannot be understood */
    public static AzureStorage open(StorageConfig config, Clock clock) {
        return new AzureStorage(config, AzureClients.forQuestions(config), AzureClients.forUploads(config), clock);
    }

    /** A lost answer leaves a file behind as with {@link S3Storage#create}. */
    @Override
    public boolean create(String key, long size, Source source) {
        var blob = uploads.getBlobClient(keys.name(key)).getBlockBlobClient();
        return writing.call(() -> put(blob, size, source));
    }

    private boolean put(BlockBlobClient blob, long size, Source source) {
        var time = AzureClients.within(size);
        try {
            var kept = blob.uploadWithResponse(AzureClients.upload(source, size), time, AzureClients.context(time));
            // A page of a gateway has none, and then nothing is kept.
            Objects.requireNonNull(kept.getValue().getETag(), "no ETag");
            return true;
        } catch (BlobStorageException refused) {
            // What stands between us and the store names no code.
            if (refused.getErrorCode() != null && TAKEN.contains(refused.getErrorCode())) return false;
            throw AzureClients.failure(config, refused);
        } catch (RuntimeException failed) {
            throw AzureClients.failure(config, failed);
        }
    }

    @Override
    public StoredFile find(String key) {
        var blob = blob(key);
        return call(() -> {
            var about = blob.getPropertiesWithResponse(null, AzureClients.DEADLINE, Context.NONE).getValue();
            return new StoredFile(key, about.getBlobSize(), about.getLastModified().toInstant(), quoted(about.getETag()));
        });
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        var blob = blob(key);
        return readers.open(() -> length == 0 ? empty(key) : call(() ->
            blob.openInputStream(new BlobInputStreamOptions().setRange(new BlobRange(from, length)).setBlockSize(PIECE))));
    }

    /** No range has no bytes. */
    private InputStream empty(String key) {
        return find(key) == null ? null : new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public void delete(String key) {
        var blob = blob(key);
        call(() -> blob.deleteIfExistsWithResponse(null, null, AzureClients.DEADLINE, Context.NONE));
    }

    /** It is tried again where an answer is lost. */
    @Override
    public boolean deletesLate() {
        return true;
    }

    @Override
    public void list(String folder, Consumer<StoredFile> each) {
        var options = new ListBlobsOptions().setPrefix(keys.folder(folder)).setMaxResultsPerPage(PAGE);
        var files = call(() -> container.listBlobsByHierarchy("/", options, AzureClients.DEADLINE).iterator());
        while (call(files::hasNext)) {
            var file = call(files::next);
            if (Boolean.TRUE.equals(file.isPrefix())) continue;
            var about = file.getProperties();
            each.accept(new StoredFile(keys.key(file.getName()), about.getContentLength(), about.getLastModified().toInstant(),
                quoted(about.getETag())));
        }
    }

    @Override
    public URI presignedUrl(String key, String type, String disposition) {
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
    private <T> T call(Supplier<T> question) {
        try {
            return asking.call(question);
        } catch (BlobStorageException refused) {
            if (BlobErrorCode.BLOB_NOT_FOUND.equals(refused.getErrorCode())) return null;
            throw AzureClients.failure(config, refused);
        } catch (RuntimeException failed) {
            throw AzureClients.failure(config, failed);
        }
    }
}
