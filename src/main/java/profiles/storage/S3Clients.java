package profiles.storage;

import java.time.Duration;
import java.util.function.Consumer;
import profiles.config.StorageConfig;
import profiles.web.Problem;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The clients of the AWS SDK. Credentials come from the SDK's own chain: environment, profile, container, machine. */
final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(2), SILENCE = Duration.ofSeconds(3), UPLOAD_SILENCE = Duration.ofSeconds(10),
        UPLOAD = Duration.ofSeconds(20);
    /** Of a question with all its tries. */
    private static final Duration DEADLINE = Duration.ofSeconds(8);
    private static final int TRIES = 3;
    /** The slowest that an upload to the store may be, in bytes a second. */
    private static final long SLOWEST = 128 * 1024;

    private S3Clients() {
    }

    static S3Client forQuestions(StorageConfig config) {
        return client(config, SILENCE);
    }

    /** A store answers an upload only when it has kept all of it. */
    static S3Client forUploads(StorageConfig config) {
        return client(config, UPLOAD_SILENCE);
    }

    private static S3Client client(StorageConfig config, Duration silence) {
        var builder = S3Client.builder().region(region(config))
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(silence))
            .overrideConfiguration(how -> how.apiCallTimeout(DEADLINE)
                .retryStrategy(StandardRetryStrategy.builder().maxAttempts(TRIES).build()));
        if (config.endpoint() != null) builder.endpointOverride(config.endpoint()).forcePathStyle(true)
            // Newer than many a store that speaks S3.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        return builder.build();
    }

    static S3Presigner signer(StorageConfig config, S3Client client) {
        var builder = S3Presigner.builder().s3Client(client).region(region(config))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(config.endpoint() != null).build());
        if (config.endpoint() != null) builder.endpointOverride(config.endpoint());
        return builder.build();
    }

    /** Of an upload with all its tries: nothing else ends a write to a peer that has fallen silent. */
    static Consumer<AwsRequestOverrideConfiguration.Builder> within(long size) {
        return how -> how.apiCallTimeout(UPLOAD.plusSeconds(size / SLOWEST));
    }

    /** Under the SDK are parsers, which throw what they like at an answer that is none of S3. */
    static Problem failure(StorageConfig config, RuntimeException failed) {
        if (failed instanceof Problem told) return told;
        var store = config.toString();
        if (!(failed instanceof SdkException)) return StorageErrors.unintelligible(store, failed);
        if (failed instanceof AwsServiceException answer) {
            var details = answer.awsErrorDetails();
            return StorageErrors.of(store, answer.statusCode(), details == null ? null : details.errorCode(), answer);
        }
        var unknown = String.valueOf(failed.getMessage()).startsWith("Unable to load credentials");
        return unknown ? StorageErrors.withoutCredentials(store, failed) : StorageErrors.of(store, 0, null, failed);
    }

    /** Stores that speak S3 mostly have none, and take this name for it. */
    private static Region region(StorageConfig config) {
        if (config.region() != null) return Region.of(config.region());
        return config.endpoint() == null ? null : Region.US_EAST_1;
    }
}
