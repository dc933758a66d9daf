package profiles.storage;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Context;
import com.azure.core.util.FluxUtil;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobContainerClientBuilder;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobSimpleUploadOptions;
import com.azure.storage.blob.sas.BlobSasPermission;
import com.azure.storage.blob.sas.BlobServiceSasSignatureValues;
import com.azure.storage.common.policy.RequestRetryOptions;
import com.azure.storage.common.policy.RetryPolicyType;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import profiles.config.StorageConfig;
import profiles.web.Problem;
import reactor.core.publisher.Flux;

/** The clients of the Azure SDK, over the JDK's HTTP client. */
final class AzureClients {
    private static final Duration CONNECT = Duration.ofSeconds(2), SILENCE = Duration.ofSeconds(3), UPLOAD_SILENCE = Duration.ofSeconds(10),
        UPLOAD = Duration.ofSeconds(20), MINUTE = Duration.ofMinutes(1);
    /** Of a question with all its tries. */
    static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final Duration PAUSE = Duration.ofMillis(200), LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final int TRIES = 3, PIECE = 64 * 1024;
    /** The slowest that an upload to the store may be, in bytes a second. */
    private static final long SLOWEST = 128 * 1024;
    /** In a call's context, as azure-core names it: until the answer begins, so with the sending of the body. */
    private static final String TIME = "azure-response-timeout";

    private AzureClients() {
    }

    static BlobContainerClient forQuestions(StorageConfig config) {
        return container(config, SILENCE);
    }

    /** A store answers an upload only when it has kept all of it. */
    static BlobContainerClient forUploads(StorageConfig config) {
        return container(config, UPLOAD_SILENCE);
    }

    private static BlobContainerClient container(StorageConfig config, Duration silence) {
        var http = new JdkHttpClientBuilder().connectionTimeout(CONNECT)
            .responseTimeout(silence).readTimeout(silence).writeTimeout(silence).build();
        return new BlobContainerClientBuilder().connectionString(config.connection()).containerName(config.place()).httpClient(http)
            .retryOptions(new RequestRetryOptions(RetryPolicyType.EXPONENTIAL, TRIES, (Duration) null, PAUSE, LONGEST_PAUSE, null))
            .buildClient();
    }

    /** In one request, so that it is there whole or not at all; opened again for another try. */
    static BlockBlobSimpleUploadOptions upload(Storage.Source source, long size) {
        var pieces = Flux.using(source::open, bytes -> FluxUtil.toFluxByteBuffer(bytes, PIECE), AzureClients::close);
        return new BlockBlobSimpleUploadOptions(pieces, size).setRequestConditions(new BlobRequestConditions().setIfNoneMatch("*"));
    }

    /** Of an upload with all its tries. */
    static Duration within(long size) {
        return UPLOAD.plusSeconds(size / SLOWEST);
    }

    static Context context(Duration time) {
        return new Context(TIME, time);
    }

    static BlobServiceSasSignatureValues reading(Instant now, String type, String disposition) {
        return new BlobServiceSasSignatureValues(now.plus(MINUTE).atOffset(ZoneOffset.UTC), new BlobSasPermission().setReadPermission(true))
            .setContentType(type).setContentDisposition(disposition).setCacheControl("private, no-store");
    }

    /** Under the SDK is reactive code, which wraps what the network throws in more than one way. */
    static Problem failure(StorageConfig config, RuntimeException failed) {
        if (failed instanceof Problem told) return told;
        var store = config.toString();
        if (failed instanceof NullPointerException) return StorageErrors.unintelligible(store, failed);
        if (!(failed instanceof HttpResponseException answer) || answer.getResponse() == null)
            return StorageErrors.of(store, 0, null, failed);
        var code = answer instanceof BlobStorageException refused ? refused.getErrorCode() : null;
        return StorageErrors.of(store, answer.getResponse().getStatusCode(), code == null ? null : code.toString(), answer);
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException harmless) {
            // It was only read.
        }
    }
}
