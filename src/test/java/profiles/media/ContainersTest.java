package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fileformat.DocxValidator;
import profiles.fileformat.FileFormat;
import profiles.fileformat.OdtValidator;
import profiles.fileformat.RejectedFile;
import profiles.fixture.Samples;

/** What is packed: DOCX and ODT. ASVS 5.2.3 (bounded unpacking), 5.2.2 (its contents are looked at), 5.3.3 (names inside). */
class ContainersTest {
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    @Test void documents_are_what_they_are() throws Exception {
        assertTrue(docx(Samples.docx()));
        assertTrue(odt(Samples.odt()));
        assertFalse(docx(Samples.odt()));
        assertFalse(odt(Samples.docx()));
    }

    /** By the file system of zips, which knows the sizes before it writes, and whose directory has an order of its own. */
    @Test void another_program_may_have_packed_it(@TempDir Path folder) throws Exception {
        var file = folder.resolve("cv.docx");
        try (var zip = FileSystems.newFileSystem(URI.create("jar:" + file.toUri()), Map.of("create", "true"))) {
            Files.createDirectory(zip.getPath("word"));
            for (int i = 0; i < 50; i++) Files.writeString(zip.getPath("word/part" + i + ".xml"), "<x/>".repeat(i * 100));
            Files.writeString(zip.getPath("word/document.xml"), "<w:document/>");
            Files.writeString(zip.getPath("[Content_Types].xml"), types("/word/document.xml", MAIN));
            Files.createDirectory(zip.getPath("_rels"));
            Files.writeString(zip.getPath("_rels/.rels"), Samples.relations("word/document.xml"));
        }

        assertTrue(docx(Files.readAllBytes(file)));
    }

    /** All names are kept while it is read: 5,000 of 64 kB each would be 300 MB. */
    @Test void no_name_inside_is_longer_than_a_kilobyte() throws Exception {
        var list = types("/word/document.xml", MAIN);

        assertTrue(docx(office(list, "word/document.xml", "<x/>", "x".repeat(1024), "x")));
        assertThrows(RejectedFile.class, () -> docx(office(list, "word/document.xml", "<x/>", "x".repeat(1025), "x")));
    }

    @Test void the_list_of_types_must_name_a_main_part_that_is_there() throws Exception {
        assertTrue(docx(office(types("/Word/Other.xml", MAIN), "word/other.xml", "<x/>")), "without regard to case");
        assertFalse(docx(office(types("/word/document.xml", MAIN), "word/other.xml", "<x/>")));
        assertFalse(docx(office(types("/xl/workbook.xml", MAIN.replace("wordprocessingml.document", "spreadsheetml.sheet")),
            "xl/workbook.xml", "<x/>")));
        for (var list : new String[] {"", "<Types/>", "no list", "<Types>", "<!DOCTYPE Types SYSTEM 'file:///etc/passwd'><Types/>",
            "<!DOCTYPE T [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;'>]><Types>&b;</Types>"})
            assertFalse(docx(office(list, "word/document.xml", "<x/>")), list);
        assertFalse(docx(Samples.zip("word/document.xml", "<x/>")));
    }

    @Test void macros_are_refused_by_any_name() {
        refused("macros", () -> docx(office(types("/word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml"),
            "word/document.xml", "<x/>")));
        refused("macros", () -> docx(office(types("/word/document.xml", MAIN), "word/document.xml", "<x/>", "word/vbaProject.bin", "x")));
        refused("macros", () -> docx(office(types("/word/document.xml", MAIN).replace("</Types>",
            "<Override PartName='/word/x.bin' ContentType='application/vnd.ms-office.vbaProject'/></Types>"), "word/document.xml", "<x/>",
            "word/x.bin", "x")));
        refused("macros", () -> odt(odt("Basic/Standard/Module1.xml")));
        refused("macros", () -> odt(odt("Scripts/python/run.py")));
    }

    @Test void empty_lists_of_macros_are_none() throws Exception {
        assertTrue(odt(odt("Basic/Standard/script-lb.xml")));
        assertTrue(odt(odt("Basic/script-lc.xml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/pass", "../passwd", "a/../../b", "a\\..\\pwd", "C:/passwd", "a/./bcdef", "abcdef/..", "ab\0cdefgh",
        "ab\ncdefgh", "WORD/docx"})
    void a_part_whose_name_leads_elsewhere_is_refused(String name) throws Exception {
        var honest = office(types("/word/docx", MAIN), "word/docx", "<x/>", "placehold".repeat(2).substring(0, name.length()), "x");
        assertTrue(docx(honest));

        refused("damaged", () -> docx(RawZip.replace(honest, "placehold".repeat(2).substring(0, name.length()), name)));
    }

    @Test void what_is_encrypted_hidden_or_doubled_is_refused() throws Exception {
        refused("password", () -> docx(RawZip.flagged(Samples.docx(), 1)));
        refused("damaged", () -> docx(RawZip.overlapping(Samples.docx(), 1)));
        refused("too many parts", () -> docx(RawZip.overlapping(Samples.docx(), 30_000)));
        refused("damaged", () -> docx(RawZip.replace(Samples.zip("part-one", "x", "part-two", "y"), "part-two", "part-one")));
        refused("damaged", () -> docx(joined(Samples.docx(), Samples.docx())));
        assertFalse(docx(joined("<script>".getBytes(), Samples.docx())));
    }

    @Test void whatever_is_cut_off_is_refused() throws Exception {
        for (var whole : new byte[][] {Samples.docx(), Samples.odt()})
            for (int length = 4; length < whole.length; length++) {
                var part = Arrays.copyOf(whole, length);
                assertThrows(RejectedFile.class, () -> docx(part), "at " + length);
                assertThrows(RejectedFile.class, () -> odt(part), "at " + length);
            }
    }

    @Test void no_damage_is_an_error_of_ours() throws IOException {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            var bytes = (i % 2 == 0 ? Samples.docx() : Samples.odt()).clone();
            for (int flips = random.nextInt(4); flips >= 0; flips--) bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            try {
                docx(bytes);
                odt(bytes);
            } catch (RejectedFile output) {
                assertFalse(output.getMessage().isEmpty());
            }
        }
    }

    @Test void a_bomb_is_left_after_its_first_sparks_and_fills_no_memory() { // CWE-409
        var bomb = RawZip.zeros("word/document.xml", 10 * 1024);
        var meter = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var begin = System.nanoTime();
        var before = meter.getThreadAllocatedBytes(Thread.currentThread().getId());

        refused("too large unpacked", () -> docx(bomb));
        refused("too large unpacked", () -> odt(RawZip.zeros("mimetype", 200)));

        assertTrue(meter.getThreadAllocatedBytes(Thread.currentThread().getId()) - before < 10_000_000);
        assertTrue(Duration.ofNanos(System.nanoTime() - begin).toSeconds() < 5);
    }

    @Test void a_bomb_within_is_only_a_part() throws Exception {
        var bomb = new String(RawZip.zeros("a", 100), ISO_8859_1);

        assertTrue(docx(office(types("/word/document.xml", MAIN), "word/document.xml", "<x/>", "word/embeddings/bomb.zip", bomb)));
    }

    @Test void no_document_has_that_many_parts() {
        var names = IntStream.rangeClosed(0, 5_000).boxed().flatMap(i -> Stream.of("part" + i, "")).toArray(String[]::new);

        refused("too many parts", () -> docx(Samples.zip(names)));
    }

    @Test void a_long_text_of_one_word_is_no_bomb() throws Exception {
        assertTrue(docx(office(types("/word/document.xml", MAIN), "word/document.xml", "<w:t>word</w:t>".repeat(1_000_000))));
    }

    private static void refused(String why, Executable look) {
        var message = assertThrows(RejectedFile.class, look).getMessage();
        assertTrue(message.contains(why), message);
    }

    private static String types(String part, String type) {
        return "<?xml version='1.0'?><Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default "
            + "Extension='xml' ContentType='application/xml'/>"
            + "<Override PartName='" + part + "' ContentType='" + type + "'/></Types>";
    }

    /** Whose first part is the main one, by its relation. */
    private static byte[] office(String types, String... parts) {
        return Samples.zip(Stream.concat(Stream.of("[Content_Types].xml", types, "_rels/.rels", Samples.relations("/" + parts[0])),
            Stream.of(parts)).toArray(String[]::new));
    }

    private static byte[] odt(String more) {
        return Samples.zip("mimetype", FileFormat.ODT.type(), "content.xml", "<x/>", more, "x");
    }

    private static boolean docx(byte[] file) throws IOException, RejectedFile {
        return DocxValidator.isValid(() -> new ByteArrayInputStream(file));
    }

    private static boolean odt(byte[] file) throws IOException, RejectedFile {
        return OdtValidator.isValid(() -> new ByteArrayInputStream(file));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
