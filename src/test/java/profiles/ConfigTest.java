package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {

    @Test void nothing_needs_to_be_set() {
        var settings = new Settings(Map.of());

        var config = Config.read(settings);

        settings.stopIfWrong();
        assertEquals("127.0.0.1", config.host());
        assertEquals(8080, config.port());
        assertEquals("jdbc:sqlite:profiles.db", config.database().url());
        assertEquals("media", config.media().root().getFileName().toString());
        assertNull(config.baseUrl());
    }

    @ParameterizedTest
    @CsvSource({"PORT,http", "PORT,65536", "PORT,-1", "PORT,99999999999", "BASE_URL,profiles.example.org", "BASE_URL,ftp://example.org", "BASE_URL,//example.org",
        "BASE_URL,https://example.org/path", "BASE_URL,https://a b", "DATABASE_URL,postgres://localhost/x", "DATABASE_URL,jdbc:sqlite:",
        "DATABASE_URL,jdbc:sqlite::memory:", "CLAMD_URL,clamd:3310", "CLAMD_URL,http://clamd", "CLAMD_URL,tcp://clamd:70000",
        "CLAMD_URL,tcp://clamd/x", "CLAMD_URL,unix:clamd.ctl", "CLAMD_URL,unix://clamd", "CLAMD_URL,tcp:// x", "CLAMD_OPTIONAL,yes", "CLAMD_SECONDS,0",
        "MAX_UPLOAD_MB,0", "MAX_UPLOAD_MB,ten", "PROFILES_DEV,yes"})
    void a_wrong_value_is_named_with_its_setting(String name, String value) {
        var settings = new Settings(Map.of(name, value));

        Config.read(settings);

        var refusal = assertThrows(CannotStart.class, settings::stopIfWrong);
        assertTrue(refusal.getMessage().contains("\n  " + name + ": "), refusal.getMessage());
    }

    @Test void all_wrong_values_are_named_at_once() {
        var settings = new Settings(Map.of("PORT", "x", "DATABASE_URL", "mysql://", "MAX_UPLOAD_MB", "-5"));

        Config.read(settings);

        var refusal = assertThrows(CannotStart.class, settings::stopIfWrong);
        for (var name : new String[] {"PORT", "DATABASE_URL", "MAX_UPLOAD_MB"}) assertTrue(refusal.getMessage().contains(name + ": "));
    }

    @Test void a_slash_at_the_end_of_the_base_url_does_not_count() {
        var config = Config.read(new Settings(Map.of("BASE_URL", "https://profiles.example.org/")));

        assertEquals("https://profiles.example.org", config.baseUrl());
    }

    @Test void passwords_in_a_database_url_are_never_shown() {
        var config = Config.read(new Settings(Map.of("DATABASE_URL", "jdbc:mariadb://root:secret@db/profiles?password=secret")));

        assertFalse(config.database().toString().contains("secret"), config.database().toString());
    }
}
