package profiles.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.ZoneOffset.UTC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.Samples;
import profiles.fixture.Service;
import profiles.web.Json;

/** What an older release has backed up is restored into tables of that time, which then are brought up to date. */
class OlderBackupTest {
    /** Of the password "correct horse". */
    private static final String HASH =
        "argon2$argon2id$v=19$m=19456,t=2,p=1$Fyb7k0a36/9vWRa/p4dTXQ$Cyq8grnvrZFYJs9Z3sn4mxaK/cw/lD8w27/saB2Gdgc";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void it_comes_up_to_date(Engine engine) throws IOException {
        var settings = place(engine);

        var run = Run.of(settings, "", "restore", backup(List.of("1.0", "1.1", "1.2")).toString());

        assertEquals(new Run(0, "Restored: 3 rows and 1 documents (" + Samples.pdf().length + " bytes).\n", ""), run);
        try (var service = Service.on(settings)) {
            assertEquals("", service.db().sqlQuery("select user_agent from user_session").mapToScalar(String.class).findOne(),
                "a column of 1.3, with what that step says");
            var member = service.program();
            assertEquals(200, member.login("old", "correct horse").status());
            assertEquals(200, member.bytes("GET", "/media/cvs/old.pdf").statusCode());
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_releases_tables_are_no_place_for_it_nor_this_release_for_a_newer_one(Engine engine) throws IOException {
        var settings = place(engine);
        Run.of(settings, "", "migrate");

        var older = Run.of(settings, "", "restore", backup(List.of("1.0", "1.1")).toString());
        var newer = Run.of(settings, "", "restore", backup(List.of("1.0", "99.0")).toString());

        assertEquals(1, older.code());
        assertTrue(older.err().contains("are of another release than the backup (1.2, 1.3"), older.err());
        assertEquals(1, newer.code());
        assertTrue(newer.err().contains("made by a newer release (its steps 99.0 are not known here)"), newer.err());
    }

    private Map<String, String> place(Engine engine) {
        var settings = new HashMap<>(engine.emptyDatabase(folder));
        settings.putAll(Map.of("MEDIA_ROOT", folder.resolve("media").toString(), "THROTTLE", "off"));
        return settings;
    }

    private Path backup(List<String> steps) throws IOException {
        var file = folder.resolve("of" + steps.size() + steps.get(steps.size() - 1) + ".tar");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var tar = new TarWriter(channel, Instant.now(), () -> { });
            tar.add(Manifest.NAME, Json.bytes(new Manifest(1, "0.1", "2026-01-01T00:00:00Z", steps, Map.of("auth_user", 8L))));
            tar.add("tables/auth_user/1.jsonl",
                ("[\"id\",\"password\",\"last_login\",\"is_superuser\",\"username\",\"first_name\",\"last_name\",\"email\","
                + "\"is_staff\",\"is_active\",\"date_joined\"]\n"
                + "[7,\"" + HASH + "\",null,0,\"old\",\"\",\"\",\"\",0,1,\"2021-03-04 05:06:07.000089\"]\n").getBytes(UTF_8));
            tar.add("tables/profiles_profile/1.jsonl",
                "[\"id\",\"full_name\",\"bio\",\"cv\",\"certificate\",\"user_id\"]\n[1,\"Old\",\"\",\"cvs/old.pdf\",null,7]\n".getBytes(
                UTF_8));
            tar.add("tables/user_session/1.jsonl", ("[\"id\",\"token_hash\",\"user_id\",\"started\",\"last_seen\"]\n"
                // One that had ended long ago is swept when the service starts.
                + "[1,\"abc\",7,\"2021-03-04 05:06:07\",\"2021-03-04 05:06:07\"]\n")
                    .replace("2021-03-04 05:06:07", LocalDateTime.now(UTC).toString().replace('T', ' ')).getBytes(UTF_8));
            tar.add("documents/cvs/old.pdf", Samples.pdf());
            tar.add(Manifest.End.NAME, Json.bytes(new Manifest.End(tar.checksum(), 3, 1, Samples.pdf().length, 0)));
            tar.finish();
        }
        return file;
    }
}
