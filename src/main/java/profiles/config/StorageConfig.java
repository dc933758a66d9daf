package profiles.config;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The store that keeps the documents.
 *
 * @param kind       which of the three
 * @param place      the bucket or the container; null on disk
 * @param prefix     what all names there begin with, without slashes at its ends; "" for nothing
 * @param endpoint   of another S3 than Amazon's; else null
 * @param region     of the bucket; null: as the SDK finds it
 * @param connection to Azure, with its key; else null
 * @param redirect   whether readers are sent on to the store; else its bytes pass through the service
 */
public record StorageConfig(Kind kind, String place, String prefix, URI endpoint, String region, String connection, boolean redirect) {
    public enum Kind { DISK, S3, AZURE }

    private static final Pattern ELSEWHERE = Pattern.compile(
        "(s3|azure)://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])((?:/(?!\\.{1,2}(?:/|$))[\\w.!~()-]+)*)/?");
    private static final Pattern SIGNING = Pattern.compile("AccountKey=[A-Za-z0-9+/]+={0,2}\\s*(;|$)|UseDevelopmentStorage=true");
    /** What both take in one request, in megabytes. */
    private static final int MAX = 5_000;

    static StorageConfig read(Environment settings) {
        var text = settings.text("MEDIA_STORAGE", "disk");
        var elsewhere = ELSEWHERE.matcher(text);
        if (text.equals("disk")) return new StorageConfig(Kind.DISK, null, "", null, null, null, settings.flag("MEDIA_REDIRECT", true));
        if (!elsewhere.matches()) {
            settings.reject("MEDIA_STORAGE", "\"" + text + "\" is neither disk nor like s3://bucket/prefix or azure://container/prefix");
            return new StorageConfig(Kind.DISK, null, "", null, null, null, true);
        }
        if (settings.number("MAX_UPLOAD_MB", 10, 1, 10_000) > MAX)
            settings.reject("MAX_UPLOAD_MB", "more than " + MAX + " is not taken by " + text);
        var prefix = elsewhere.group(3).isEmpty() ? "" : elsewhere.group(3).substring(1);
        return elsewhere.group(1).equals("s3") ? s3(settings, elsewhere.group(2), prefix) : azure(settings, elsewhere.group(2), prefix);
    }

    private static StorageConfig s3(Environment settings, String bucket, String prefix) {
        return new StorageConfig(Kind.S3, bucket, prefix, endpoint(settings), settings.text("S3_REGION", null), null,
            settings.flag("MEDIA_REDIRECT", true));
    }

    private static URI endpoint(Environment settings) {
        var text = settings.text("S3_ENDPOINT", null);
        if (text == null) return null;
        if (text.matches("https?://[\\w.-]+(:\\d{1,5})?/?|https?://\\[[0-9a-f:]+](:\\d{1,5})?/?"))
            return URI.create(text.replaceFirst("/$", ""));
        settings.reject("S3_ENDPOINT", "is not like https://s3.example.org:9000");
        return null;
    }

    private static StorageConfig azure(Environment settings, String container, String prefix) {
        var connection = settings.secret("AZURE_STORAGE_CONNECTION_STRING");
        var redirect = settings.flag("MEDIA_REDIRECT", true);
        var signs = connection != null && SIGNING.matcher(connection).find();
        var shared = connection != null && connection.contains("SharedAccessSignature=");
        if (!signs && !shared)
            settings.reject("AZURE_STORAGE_CONNECTION_STRING", "is not like DefaultEndpointsProtocol=https;AccountName=...;AccountKey=...");
        else if (!signs && redirect)
            settings.reject("AZURE_STORAGE_CONNECTION_STRING",
            "has no AccountKey, which signs the links of readers; or set MEDIA_REDIRECT=false");
        return new StorageConfig(Kind.AZURE, container, prefix, null, null, connection, redirect);
    }

    public boolean onDisk() {
        return kind == Kind.DISK;
    }

    /** As the setting names it, without secrets. */
    @Override
    public String toString() {
        return onDisk() ? "disk" : kind.name().toLowerCase(Locale.ROOT) + "://" + place + (prefix.isEmpty() ? "" : "/" + prefix);
    }
}
