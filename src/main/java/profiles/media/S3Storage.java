package profiles.media;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Supplier;
import profiles.StoreConfig;
import profiles.web.Problem;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Files in a bucket of S3, or of one of the many stores that speak like it. */
public final class S3Storage implements Storage {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StoreConfig config;
    private final S3Client s3;
    private final S3Presigner signer;
    private final Keys keys;
    private final Readers readers = new Readers();

    private S3Storage(StoreConfig config, S3Client s3, S3Presigner signer) {
        this.config = config;
        this.s3 = s3;
        this.signer = signer;
        this.keys = new Keys(config.prefix());
    }

    /** @throws profiles.web.Unavailable when no region is to be found */
    public static S3Storage open(StoreConfig config) {
        try {
            var s3 = S3Clients.client(config);
            return new S3Storage(config, s3, S3Clients.signer(config, s3));
        } catch (SdkException unknown) {
            throw StoreFailure.withoutRegion(config.toString(), unknown);
        }
    }

    /**
     * The store may have kept the file though its answer was lost. The SDK then asks again and is told that the key is taken, by ourselves: the
     * caller takes another key, and the sweep removes what lies under this one.
     */
    @Override
    public boolean create(String key, long size, Source source) {
        var name = keys.name(key);
        try (var body = new S3Body(source)) {
            s3.putObject(to -> to.bucket(config.place()).key(name).ifNoneMatch("*").overrideConfiguration(S3Clients.within(size)), body.of(size));
            return true;
        } catch (S3Exception refused) {
            // 409: another file is being created or deleted under this key right now.
            if (refused.statusCode() == 412 || refused.statusCode() == 409) return false;
            throw failure(config, refused);
        } catch (SdkException failed) {
            throw failure(config, failed);
        }
    }

    @Override
    public Stored find(String key) {
        var name = keys.name(key);
        var head = ask(() -> s3.headObject(of -> of.bucket(config.place()).key(name)));
        if (head != null) return new Stored(key, head.contentLength(), head.lastModified(), head.eTag());
        // The answer to a HEAD has no words: it may be the bucket that is missing.
        ask(() -> s3.headBucket(of -> of.bucket(config.place())));
        return null;
    }

    @Override
    public ReadableByteChannel read(String key, long from, long length) {
        var name = keys.name(key);
        return readers.open(() -> ask(() -> length == 0 ? empty(key)
            : new S3Bytes(s3.getObject(of -> of.bucket(config.place()).key(name).range("bytes=" + from + "-" + (from + length - 1))))));
    }

    /** No range has no bytes. */
    private InputStream empty(String key) {
        return find(key) == null ? null : new ByteArrayInputStream(new byte[0]);
    }

    @Override
    public void delete(String key) {
        var name = keys.name(key);
        ask(() -> s3.deleteObject(of -> of.bucket(config.place()).key(name)));
    }

    /** It is tried again where an answer is lost. */
    @Override
    public boolean deletesLate() {
        return true;
    }

    @Override
    public void list(String folder, Consumer<Stored> each) {
        var prefix = keys.folder(folder);
        var pages = s3.listObjectsV2Paginator(of -> of.bucket(config.place()).prefix(prefix).delimiter("/")).iterator();
        while (ask(pages::hasNext)) {
            for (var file : ask(pages::next).contents())
                // Some programs keep an empty file where a folder would be.
                if (!file.key().equals(prefix)) each.accept(new Stored(keys.key(file.key()), file.size(), file.lastModified(), file.eTag()));
        }
    }

    @Override
    public URI link(String key, String type, String disposition) {
        if (!config.redirect()) return null;
        var name = keys.name(key);
        return ask(() -> URI.create(signer.presignGetObject(as -> as.signatureDuration(MINUTE).getObjectRequest(of -> of.bucket(config.place()).key(name)
            .responseContentType(type).responseContentDisposition(disposition).responseCacheControl("private, no-store"))).url().toString()));
    }

    @Override
    public void close() {
        s3.close();
        signer.close();
    }

    /** @return null for what is missing */
    private <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (NoSuchKeyException missing) {
            return null;
        } catch (SdkException failed) {
            throw failure(config, failed);
        }
    }

    private static Problem failure(StoreConfig config, SdkException failed) {
        var store = config.toString();
        if (failed instanceof AwsServiceException answer) {
            var details = answer.awsErrorDetails();
            return StoreFailure.of(store, answer.statusCode(), details == null ? null : details.errorCode(), answer);
        }
        var unknown = String.valueOf(failed.getMessage()).startsWith("Unable to load credentials");
        return unknown ? StoreFailure.withoutCredentials(store, failed) : StoreFailure.of(store, 0, null, failed);
    }
}
