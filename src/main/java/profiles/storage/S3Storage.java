package profiles.storage;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import profiles.config.StorageConfig;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Files in a bucket of S3, or of one of the many stores that speak like it. */
public final class S3Storage implements Storage {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Threads that may wait for the store at once. */
    private static final int ASKING = 32, WRITING = 16;

    private final StorageConfig config;
    private final S3Client s3, uploads;
    private final S3Presigner signer;
    private final KeyPrefix keys;
    private final ConnectionLimit readers = new ConnectionLimit();
    private final Bulkhead asking = new Bulkhead(ASKING), writing = new Bulkhead(WRITING);

    private S3Storage(StorageConfig config, S3Client s3, S3Client uploads, S3Presigner signer) {
        this.config = config;
        this.s3 = s3;
        this.uploads = uploads;
        this.signer = signer;
        this.keys = new KeyPrefix(config.prefix());
    }

    /** @throws profiles.web.ServiceUnavailable when no region is to be found */
    public static S3Storage open(StorageConfig config) {
        try {
            var s3 = S3Clients.forQuestions(config);
            return new S3Storage(config, s3, S3Clients.forUploads(config), S3Clients.signer(config, s3));
        } catch (SdkException unknown) {
            throw StorageErrors.withoutRegion(config.toString(), unknown);
        }
    }

    /**
     * The store may have kept the file though its answer was lost. The SDK then asks again and is told that the key is taken, by ourselves:
     * the caller takes another key, and the cleanup deletes the file under this one.
     */
    @Override
    public boolean create(String key, long size, Source source) {
        var name = keys.name(key);
        return writing.call(() -> put(name, size, source));
    }

    private boolean put(String name, long size, Source source) {
        try (var body = new S3RequestBody(source)) {
            var answer = uploads.putObject(to -> to.bucket(config.place()).key(name).ifNoneMatch("*")
                .overrideConfiguration(S3Clients.within(size)), body.of(size));
            // A page of a gateway has none, and then nothing is kept.
            Objects.requireNonNull(answer.eTag(), "no ETag");
            return true;
        } catch (S3Exception refused) {
            // 409: another file is being created or deleted under this key right now.
            if (refused.statusCode() == 412 || refused.statusCode() == 409) return false;
            throw S3Clients.failure(config, refused);
        } catch (RuntimeException failed) {
            throw S3Clients.failure(config, failed);
        }
    }

    @Override
    public StoredFile find(String key) {
        var name = keys.name(key);
        var found = call(() -> stored(key, s3.headObject(of -> of.bucket(config.place()).key(name))));
        if (found != null) return found;
        // The answer to a HEAD has no words: it may be the bucket that is missing.
        call(() -> s3.headBucket(of -> of.bucket(config.place())));
        return null;
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        var name = keys.name(key);
        return readers.open(() -> length == 0 ? empty(key) : call(() -> S3ResponseChannel.of(length,
            s3.getObject(of -> of.bucket(config.place()).key(name).range("bytes=" + from + "-" + (from + length - 1))))));
    }

    private static StoredFile stored(String key, HeadObjectResponse head) {
        return new StoredFile(key, head.contentLength(), head.lastModified(), Objects.requireNonNull(head.eTag(), "no ETag"));
    }

    /** No range has no bytes. */
    private InputStream empty(String key) {
        return find(key) == null ? null : new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public void delete(String key) {
        var name = keys.name(key);
        call(() -> s3.deleteObject(of -> of.bucket(config.place()).key(name)));
    }

    /** It is tried again where an answer is lost. */
    @Override
    public boolean deletesLate() {
        return true;
    }

    @Override
    public void list(String folder, Consumer<StoredFile> each) {
        var prefix = keys.folder(folder);
        var pages = s3.listObjectsV2Paginator(of -> of.bucket(config.place()).prefix(prefix).delimiter("/")).iterator();
        while (call(pages::hasNext)) {
            for (var file : call(pages::next).contents())
                // Some programs keep an empty file where a folder would be.
                if (!file.key().equals(prefix)) each.accept(new StoredFile(keys.key(file.key()), file.size(), file.lastModified(),
                    file.eTag()));
        }
    }

    @Override
    public URI presignedUrl(String key, String type, String disposition) {
        if (!config.redirect()) return null;
        var name = keys.name(key);
        return call(() -> URI.create(signer.presignGetObject(as -> as.signatureDuration(MINUTE)
            .getObjectRequest(of -> of.bucket(config.place()).key(name)
            .responseContentType(type).responseContentDisposition(disposition).responseCacheControl("private, no-store"))).url()
            .toString()));
    }

    @Override
    public void close() {
        s3.close();
        uploads.close();
        signer.close();
    }

    /** @return null for what is missing */
    private <T> T call(Supplier<T> question) {
        try {
            return asking.call(question);
        } catch (NoSuchKeyException missing) {
            return null;
        } catch (RuntimeException failed) {
            throw S3Clients.failure(config, failed);
        }
    }
}
