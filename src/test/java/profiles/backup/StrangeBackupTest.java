package profiles.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import profiles.cli.Run;
import profiles.fixture.Engine;
import profiles.fixture.OnBothDatabases;
import profiles.web.Json;

/** A backup that somebody else has written: its checksum is right, and what it holds is not (ASVS 5.3.2). */
@OnBothDatabases
class StrangeBackupTest {
    private static final String COLUMNS = "[\"id\",\"full_name\",\"bio\",\"cv\",\"certificate\",\"user_id\"]\n";

    @Parameter
    Engine engine;

    @TempDir
    Path folder;

    private int count;

    /** Writes what it likes. */
    interface Content {
        void write(TarWriter to) throws IOException;
    }

    @Test void nothing_is_written_outside_of_the_place() throws IOException {
        for (var key : List.of("../escaped", "/escaped", "cvs/../../escaped", "cvs/./x", "cvs//x", "", "..", "cvs/" + (char) 0))
            refused("", tar(Map.of(), 0, to -> to.add("documents/" + key, "evil".getBytes(UTF_8))));

        try (var all = Files.walk(folder)) {
            assertEquals(List.of(), all.filter(file -> file.toString().contains("escaped")).toList());
        }
    }

    @Test void nothing_is_written_into_other_tables() throws IOException {
        refused("not a table of ours: db_migration", tar(Map.of(), 1,
            to -> to.add("tables/db_migration/1.jsonl", "[\"id\",\"mtype\"]\n[99,\"V\"]\n".getBytes(UTF_8))));
        refused("not a table of ours: sqlite_master", tar(Map.of(), 1,
            to -> to.add("tables/sqlite_master/1.jsonl", "[\"name\"]\n[\"x\"]\n".getBytes(UTF_8))));
        refused("not a table", tar(Map.of(), 1, to -> to.add("tables/auth_user; drop table auth_user/1.jsonl",
            "[\"id\"]\n[1]\n".getBytes(UTF_8))));
        refused("not a table of ours", tar(Map.of("auth_user'; drop table auth_user; --", 7L), 0, to -> { }));
        refused("not columns", tar(Map.of(), 1, to -> to.add("tables/auth_user/1.jsonl", "[\"id) select 1; --\"]\n[1]\n".getBytes(UTF_8))));
    }

    @Test void rows_that_do_not_fit_are_refused_all() throws IOException {
        refused("not a value", profiles(2, "[1,\"\",\"\",null,null,1]\n[2,\"short\"]\n"));
        refused("more values than columns", profiles(1, "[1,\"\",\"\",null,null,1,7]\n"));
        refused("not a value", profiles(1, "[1,true,\"\",null,null,1]\n"));
        refused("", profiles(1, "[1,[],\"\",null,null,1]\n"));
        refused("", profiles(1, "[1,{\"base64\":\"?\"},\"\",null,null,1]\n"));
        refused("", profiles(1, "[99999999999999999999999,\"\",\"\",null,null,1]\n"));
        refused("", profiles(2, "[1,\"\",\"\",null,null,1]\n[1,\"\",\"\",null,null,2]\n"));
        refused("there would be 1 rows, and not the 2 of the backup", profiles(2, "[1,\"\",\"\",null,null,1]\n"));
    }

    @Test void of_a_document_that_is_there_twice_no_half_is_taken() throws IOException {
        refused("is there already, and is another one", tar(Map.of(), 0, to -> {
            to.add("documents/cvs/a.pdf", "one".getBytes(UTF_8));
            to.add("documents/cvs/a.pdf", "two".getBytes(UTF_8));
        }));
    }

    @Test void a_tar_that_is_not_ours_is_refused() throws IOException {
        refused("not a file", raw(block("link", 0, '2'), new byte[1024]));
        refused("not a file", raw(block("folder/", 0, '5'), new byte[1024]));
        refused("cut off", raw(block("profiles.json", 077777777777L, '0'), new byte[1024]));
        for (var size : List.of("9223372036854775807", "9223372036854775300", "-1", "99999999999999999999", "x")) {
            var record = "30 size=" + size + "\n";
            refused("", raw(block("pax", record.length(), 'x'), padded(record), block("profiles.json", 5, '0'), new byte[1024]));
        }
        refused("not a header", raw(block("pax", 1024 * 1024, 'x'), new byte[1024]));
        refused("it does not say what it holds", raw(block("profiles.json", 12, '0'), padded("{\"format\":1}"), new byte[1024]));
        refused("is no backup", Files.createDirectory(folder.resolve("directory")));
    }

    private Path profiles(int rows, String text) throws IOException {
        return tar(Map.of(), rows, to -> to.add("tables/profiles_profile/1.jsonl", (COLUMNS + text).getBytes(UTF_8)));
    }

    private Path tar(Map<String, Long> next, long rows, Content content) throws IOException {
        var file = folder.resolve("strange" + ++count + ".tar");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var tar = new TarWriter(channel, Instant.now(), () -> { });
            tar.add(Manifest.NAME, Json.bytes(new Manifest(1, "0.1", "2026-01-01T00:00:00Z", List.of("1.0"), next)));
            content.write(tar);
            tar.add(Manifest.End.NAME, Json.bytes(new Manifest.End(tar.checksum(), rows, 0, 0, 0)));
            tar.finish();
        }
        return file;
    }

    private Path raw(byte[]... blocks) throws IOException {
        var file = folder.resolve("raw" + ++count + ".tar");
        try (var channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (var block : blocks) channel.write(ByteBuffer.wrap(block));
        }
        return file;
    }

    /** With a sum that is right. */
    private static byte[] block(String name, long size, char type) {
        var block = TarHeader.of(name, size, Instant.EPOCH);
        block[156] = (byte) type;
        for (int i = 148; i < 156; i++) block[i] = ' ';
        var sum = IntStream.range(0, block.length).map(i -> block[i] & 0xff).sum();
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(UTF_8), 0, block, 148, 8);
        return block;
    }

    private static byte[] padded(String text) {
        return Arrays.copyOf(text.getBytes(UTF_8), 512);
    }

    private void refused(String why, Path file) throws IOException {
        var place = Files.createDirectories(folder.resolve("place" + ++count));
        var settings = new HashMap<>(engine.emptyDatabase(place));
        settings.put("MEDIA_ROOT", place.resolve("media").toString());

        var run = Run.of(settings, "", "restore", file.toString());

        assertEquals(1, run.code(), why);
        assertTrue(run.err().contains(why), run.err());
        assertTrue(run.err().startsWith("Not") && !run.err().contains("\tat "), run.err());
        assertFalse(Run.of(settings, "", "deactivate", "anybody").out().contains("anybody"), "no row is there");
    }
}
