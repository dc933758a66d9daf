import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Packs the files that pages load, once and as tightly as it goes: {@code x.css.br} and {@code x.css.gz} come to stand beside {@code
 * x.css},
 * where they are smaller. Then the index is written, a line for each file: its hash and its name. The build runs this, and nothing of it is
 * in the jar.
 */
class PackStatic {
    private static final Encoder.Parameters BROTLI = new Encoder.Parameters().setMode(Encoder.Mode.TEXT).setQuality(11).setWindow(22);

    /** @param files the folder, and the file of the index */
    public static void main(String[] files) throws Exception {
        Brotli4jLoader.ensureAvailability();
        var folder = Path.of(files[0]);
        var index = Path.of(files[1]);
        var packed = Files.exists(index) ? Set.copyOf(Files.readAllLines(index)) : Set.<String>of();
        var lines = new TreeSet<String>();
        for (var file : plain(folder)) {
            var bytes = Files.readAllBytes(file);
            var line = hash(bytes) + " " + folder.relativize(file).toString().replace('\\', '/');
            if (!packed.contains(line)) pack(file, bytes);
            lines.add(line);
        }
        Files.writeString(index, String.join("\n", lines) + "\n");
    }

    private static List<Path> plain(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).filter(file -> !file.toString().matches(".*\\.(br|gz)")).toList();
        }
    }

    private static void pack(Path file, byte[] bytes) throws IOException {
        keep(Path.of(file + ".br"), Encoder.compress(bytes, BROTLI), bytes);
        keep(Path.of(file + ".gz"), gzip(bytes), bytes);
    }

    private static void keep(Path file, byte[] packed, byte[] plain) throws IOException {
        if (packed.length < plain.length) Files.write(file, packed);
        else Files.deleteIfExists(file);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var to = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(to) {{ def.setLevel(Deflater.BEST_COMPRESSION); }}) {
            gzip.write(bytes);
        }
        return to.toByteArray();
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
