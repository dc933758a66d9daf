package profiles.media;

import java.time.Duration;
import java.util.function.Consumer;
import profiles.StoreConfig;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** How S3 is spoken to. Who we are there says the SDK's own chain: environment, profile, container, machine. */
final class S3Clients {
    private static final Duration CONNECT = Duration.ofSeconds(3), SILENCE = Duration.ofSeconds(20);
    private static final int TRIES = 3;
    /** The slowest that an upload to the store may be, in bytes a second. */
    private static final long SLOWEST = 128 * 1024;

    private S3Clients() {
    }

    static S3Client client(StoreConfig config) {
        var builder = S3Client.builder().region(region(config))
            .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(CONNECT).socketTimeout(SILENCE))
            .overrideConfiguration(how -> how.retryStrategy(StandardRetryStrategy.builder().maxAttempts(TRIES).build()));
        if (config.endpoint() != null) builder.endpointOverride(config.endpoint()).forcePathStyle(true)
            // Newer than many a store that speaks S3.
            .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED).responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        return builder.build();
    }

    static S3Presigner signer(StoreConfig config, S3Client client) {
        var builder = S3Presigner.builder().s3Client(client).region(region(config))
            .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(config.endpoint() != null).build());
        if (config.endpoint() != null) builder.endpointOverride(config.endpoint());
        return builder.build();
    }

    /** The body's own time, since nothing else ends a write to a peer that has fallen silent. */
    static Consumer<AwsRequestOverrideConfiguration.Builder> within(long size) {
        return how -> how.apiCallAttemptTimeout(SILENCE.plusSeconds(size / SLOWEST));
    }

    /** Stores that speak S3 mostly have none, and take this name for it. */
    private static Region region(StoreConfig config) {
        if (config.region() != null) return Region.of(config.region());
        return config.endpoint() == null ? null : Region.US_EAST_1;
    }
}
