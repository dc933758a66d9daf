package profiles.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageConfigTest {
    private static final String KEY = "DefaultEndpointsProtocol=https;AccountName=acme;AccountKey=c2VjcmV0;EndpointSuffix=core.windows.net";

    @Test void documents_are_on_disk_unless_something_else_is_said() {
        assertTrue(read(Map.of()).onDisk());
        assertTrue(read(Map.of("MEDIA_STORAGE", "disk", "S3_ENDPOINT", "of no matter")).onDisk());
    }

    @Test void a_bucket_is_named_with_a_prefix_or_without() {
        var bucket = read(Map.of("MEDIA_STORAGE", "s3://acme.documents"));
        var below = read(Map.of("MEDIA_STORAGE", "s3://acme-documents/profiles/2026/", "S3_ENDPOINT", "https://minio.example.org:9000/",
            "S3_REGION", "eu-north-1",
            "MEDIA_REDIRECT", "false"));

        assertEquals("s3://acme.documents", bucket.toString());
        assertNull(bucket.endpoint());
        assertNull(bucket.region());
        assertTrue(bucket.redirect());
        assertEquals("acme-documents", below.place());
        assertEquals("profiles/2026", below.prefix());
        assertEquals(URI.create("https://minio.example.org:9000"), below.endpoint());
        assertEquals("eu-north-1", below.region());
        assertFalse(below.redirect());
    }

    @Test void a_container_needs_the_account() {
        var container = read(Map.of("MEDIA_STORAGE", "azure://documents/profiles", "AZURE_STORAGE_CONNECTION_STRING", KEY));

        assertEquals("documents", container.place());
        assertEquals("profiles", container.prefix());
        assertFalse(container.toString().contains("c2VjcmV0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3", "s3://", "s3://B", "s3://ab", "s3:bucket", "gs://bucket", "s3://bucket/../other", "s3://bucket//x",
        "s3://bucket/a b", "azure:///x", "Disk", "s3://-bucket"})
    void a_wrong_place_is_named(String place) {
        assertWrong("MEDIA_STORAGE", Map.of("MEDIA_STORAGE", place, "AZURE_STORAGE_CONNECTION_STRING", KEY));
    }

    @ParameterizedTest
    @CsvSource({"S3_ENDPOINT,minio:9000", "S3_ENDPOINT,ftp://minio", "S3_ENDPOINT,https://secret:secret@minio",
        "S3_ENDPOINT,https://minio/path", "MEDIA_REDIRECT,no", "MAX_UPLOAD_MB,5001"})
    void what_else_is_wrong_is_named_too(String name, String value) {
        assertWrong(name, Map.of("MEDIA_STORAGE", "s3://bucket", name, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "AccountName=acme;AccountKey=%secret;EndpointSuffix=core.windows.net",
        "SharedAccessSignature=secret;BlobEndpoint=https://acme.blob.core.windows.net"})
    void an_account_that_signs_no_links_is_told_without_its_key(String connection) {
        assertWrong("AZURE_STORAGE_CONNECTION_STRING", Map.of("MEDIA_STORAGE", "azure://documents", "AZURE_STORAGE_CONNECTION_STRING",
            connection));
    }

    @Test void an_account_that_signs_no_links_will_do_without_them() {
        read(Map.of("MEDIA_STORAGE", "azure://documents", "MEDIA_REDIRECT", "false",
            "AZURE_STORAGE_CONNECTION_STRING", "SharedAccessSignature=sv=x;BlobEndpoint=https://acme.blob.core.windows.net"));
    }

    private static void assertWrong(String name, Map<String, String> environment) {
        var refused = assertThrows(StartupException.class, () -> read(new HashMap<>(environment)));
        assertTrue(refused.getMessage().contains("\n  " + name + ": "), refused.getMessage());
        assertFalse(refused.getMessage().contains("secret"), refused.getMessage());
    }

    private static StorageConfig read(Map<String, String> environment) {
        var settings = new Environment(environment);
        var media = MediaConfig.read(settings);
        settings.throwIfInvalid();
        return media.store();
    }
}
