package profiles.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    @Test void nothing_needs_to_be_set() {
        var settings = new Environment(Map.of());

        var config = Config.read(settings);

        settings.throwIfInvalid();
        assertEquals("127.0.0.1", config.host());
        assertEquals(8080, config.port());
        assertEquals(10, config.stopSeconds());
        assertEquals("jdbc:sqlite:profiles.db", config.database().url());
        assertEquals("media", config.media().root().getFileName().toString());
        assertNull(config.baseUrl());
        assertEquals(Long.MAX_VALUE, config.media().maxUserBytes());
    }

    @Test void megabytes_are_those_of_computers() {
        var media = Config.read(new Environment(Map.of("MAX_UPLOAD_MB", "3", "MAX_USER_MB", "7"))).media();

        assertEquals(3 * 1_048_576, media.maxUploadBytes());
        assertEquals(7 * 1_048_576, media.maxUserBytes());
    }

    @ParameterizedTest
    @CsvSource({"PORT,http", "PORT,65536", "PORT,-1", "PORT,99999999999", "BASE_URL,profiles.example.org", "BASE_URL,ftp://example.org",
        "BASE_URL,//example.org",
        "BASE_URL,https://example.org/path", "BASE_URL,https://a b", "DATABASE_URL,postgres://localhost/x", "DATABASE_URL,jdbc:sqlite:",
        "DATABASE_URL,jdbc:sqlite::memory:", "MAX_UPLOAD_MB,0", "MAX_UPLOAD_MB,ten", "MAX_USER_MB,0", "MAX_USER_MB,much",
        "PROFILES_DEV,yes",
        "CLAMD_URL,clamd:3310", "CLAMD_URL,http://clamd", "CLAMD_URL,tcp://clamd:70000",
        "CLAMD_URL,tcp://clamd/x", "CLAMD_URL,unix:clamd.ctl", "CLAMD_URL,unix://clamd", "CLAMD_URL,tcp:// x", "CLAMD_OPTIONAL,yes",
        "CLAMD_SECONDS,0",
        "MEDIA_ACCEL,protected/", "MEDIA_ACCEL,/protected",
        "MEDIA_ACCEL,/", "MEDIA_ACCEL,/../", "MEDIA_ACCEL,/a b/", "MEDIA_ACCEL,/media/", "MEDIA_ACCEL,http://x/", "CORS_ORIGINS,*",
        "CORS_ORIGINS,null", "CORS_ORIGINS,https://app.example.org/", "CORS_ORIGINS,app.example.org",
        "CORS_ORIGINS,https://App.example.org", "CORS_ORIGINS,https://app.example.org:443", "CORS_ORIGINS,https://*.example.org",
        "CORS_ORIGINS,https://a@b.example",
        "CORS_ORIGINS,ftp://app.example.org", "LOG_FORMAT,xml", "LOG_FORMAT,JSON", "METRICS_TOKEN,short"})
    void a_wrong_value_is_named_with_its_setting(String name, String value) {
        var settings = new Environment(Map.of(name, value));

        Config.read(settings);

        var refusal = assertThrows(StartupException.class, settings::throwIfInvalid);
        assertTrue(refusal.getMessage().contains("\n  " + name + ": "), refusal.getMessage());
    }

    @Test void all_wrong_values_are_named_at_once() {
        var settings = new Environment(Map.of("PORT", "x", "DATABASE_URL", "mysql://", "MAX_UPLOAD_MB", "-5"));

        Config.read(settings);

        var refusal = assertThrows(StartupException.class, settings::throwIfInvalid);
        for (var name : new String[] {"PORT", "DATABASE_URL", "MAX_UPLOAD_MB"}) assertTrue(refusal.getMessage().contains(name + ": "));
    }

    @Test void nginx_sends_only_what_is_on_a_disk() {
        var settings = new Environment(Map.of("MEDIA_ACCEL", "/protected/", "MEDIA_STORAGE", "s3://bucket"));

        Config.read(settings);

        assertTrue(assertThrows(StartupException.class, settings::throwIfInvalid).getMessage()
            .contains("MEDIA_ACCEL: nginx reads files from a disk"));
        assertEquals("/protected/", Config.read(new Environment(Map.of("MEDIA_ACCEL", "/protected/"))).media().accel());
    }

    @Test void a_slash_at_the_end_of_the_base_url_does_not_count() {
        var config = Config.read(new Environment(Map.of("BASE_URL", "https://profiles.example.org/")));

        assertEquals("https://profiles.example.org", config.baseUrl());
    }

    @Test void other_origins_are_named_one_by_one() {
        var settings = new Environment(Map.of("CORS_ORIGINS", "https://app.example.org, http://127.0.0.1:3000"));

        assertEquals(Set.of("https://app.example.org", "http://127.0.0.1:3000"), Config.read(settings).corsOrigins());
        settings.throwIfInvalid();
    }

    @Test void passwords_in_a_database_url_are_never_shown() {
        var config = Config.read(new Environment(Map.of("DATABASE_URL", "jdbc:mariadb://root:secret@db/profiles?password=secret")));

        assertFalse(config.database().toString().contains("secret"), config.database().toString());
    }
}
