package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.fileformat.FileFormat;
import profiles.fileformat.RejectedFile;
import profiles.fixture.Samples;
import profiles.storage.Storage;

/** Documents as the many programs write them that are not Word and not LibreOffice, and what such a document must not hold. */
class GenuineDocumentsTest {
    private static final String TYPE = FileFormat.ODT.type(), TYPES = "[Content_Types].xml", RELATIONS = "_rels/.rels";
    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final String OVERRIDE =
        "<Types><Default Extension='xml' ContentType='application/xml'/><Override PartName='/word/document.xml' ContentType='" + WORD
        + "'/>%s</Types>";
    private static final String RELATION = "<Relationships><Relationship Id='r' Type='%s' Target='%s'/></Relationships>";
    private static final String MACROS = "http://schemas.microsoft.com/office/2006/relationships/vbaProject";

    @ParameterizedTest
    @ValueSource(strings = {"word/document.xml", "/word/document.xml", "./word/document.xml", "word/../word/document.xml",
        "WORD/Document.XML", "word/d%6Fcument.xml", "word\\document.xml"})
    void the_relation_of_a_docx_may_be_written_as_any_reference(String target) throws Exception {
        assertTrue(docx(OVERRIDE.formatted(""), Samples.relations(target), "word/document.xml"));
    }

    @ParameterizedTest
    @CsvSource({"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument, true",
        "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument, true",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties, false"})
    void it_is_the_relation_of_the_transitional_or_of_the_strict_standard(String type, boolean docx) throws Exception {
        assertEquals(docx, docx(OVERRIDE.formatted(""), RELATION.formatted(type, "word/document.xml"), "word/document.xml"));
    }

    @Test void the_type_of_the_main_part_may_be_that_of_its_extension() throws Exception { // dotnet/Open-XML-SDK#994
        assertTrue(docx("<Types><Default Extension='XML' ContentType='" + WORD + "'/></Types>", Samples.relations("/word/document.xml"),
            "word/document.xml"));
        assertTrue(docx("<Types><Default Extension='xml' ContentType='" + WORD.toUpperCase(Locale.ROOT) + "; charset=utf-8'/></Types>",
            Samples.relations("a.xml"), "a.xml"));
        assertFalse(docx("<Types><Default Extension='xml' ContentType='" + WORD
            + "'/><Override PartName='/a.xml' ContentType='application/xml'/></Types>", Samples.relations("a.xml"), "a.xml"));
        assertTrue(docx("<t:Types xmlns:t='urn:t'><t:Default Extension='xml' ContentType='" + WORD + "'/></t:Types>",
            Samples.relations("a.xml"), "a.xml"), "with a prefix");
        assertFalse(docx(OVERRIDE.formatted(""), "<Relationships/>", "word/document.xml"), "without the relation");
    }

    @Test void its_lists_may_be_in_utf_16() throws Exception {
        var types = ("<?xml version='1.0' encoding='UTF-16'?>" + OVERRIDE.formatted("")).getBytes(UTF_16);

        assertTrue(FileFormat.DOCX.matches(source(zip(ZipEntry.DEFLATED, TYPES, types, RELATIONS, Samples.relations("word/document.xml")
            .getBytes(UTF_8), "word/document.xml", new byte[] {1}))));
    }

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void the_type_of_an_odt_may_stand_anywhere(int method) throws Exception { // ODF 1.3 part 2, 2.2.1
        var content = "<x/>".getBytes(UTF_8);

        assertTrue(FileFormat.ODT.matches(source(zip(method, "content.xml", content, "mimetype", TYPE.getBytes(UTF_8)))));
        assertTrue(FileFormat.ODT.matches(source(zip(method, "content.xml", content, "META-INF/manifest.xml",
            ("<m:manifest><m:file-entry m:full-path='/' m:media-type='" + TYPE + "'/></m:manifest>").getBytes(UTF_8)))),
            "the manifest says it as well");
        assertFalse(FileFormat.ODT.matches(source(zip(method, "content.xml", content, "mimetype", (TYPE + "-template").getBytes(UTF_8)))));
        refused("damaged", () -> FileFormat.ODT.matches(source(zip(method, "mimetype", TYPE.getBytes(UTF_8)))));
    }

    @Test void what_is_not_packed_may_tell_its_size_behind_itself() throws Exception {
        for (var signed : new boolean[] {true, false}) assertTrue(
            FileFormat.DOCX.matches(source(RawZip.described(signed, "[Content_Types].xml", OVERRIDE.formatted(""), RELATIONS,
            Samples.relations("word/document.xml"), "word/document.xml", "PK\7\10 inside"))), "signed: " + signed);
    }

    @Test void a_comment_or_what_a_mail_server_has_appended_does_no_harm() throws Exception {
        for (var more : new String[] {"\0", "\r\n", "-- \nadvertisement", "x".repeat(60_000)})
            assertTrue(FileFormat.DOCX.matches(source(joined(Samples.docx(), more))), more);
        refused("damaged", () -> FileFormat.DOCX.matches(source(joined(Samples.docx(), "x".repeat(70_000)))));
        refused("damaged", () -> FileFormat.DOCX.matches(source(joined(Samples.docx(), "PK\5\6" + "\0".repeat(18)))));
    }

    @Test void a_large_zip_is_a_zip() throws Exception {
        assertTrue(FileFormat.DOCX.matches(source(RawZip.zip64(Samples.docx()))));
    }

    @Test void a_table_in_excels_binary_format_may_be_within() throws Exception {
        var sheet = "<Default Extension='xlsb' ContentType='application/vnd.ms-excel.sheet.binary.macroEnabled.12'/>";

        assertTrue(docx(OVERRIDE.formatted(sheet), Samples.relations("word/document.xml"), "word/document.xml", "word/embeddings/a.xlsb"));
        refused("macros", () -> docx(OVERRIDE.formatted(sheet.replace("sheet.binary", "sheet")), Samples.relations("word/document.xml"),
            "word/document.xml", "word/embeddings/a.xlsm"));
    }

    @Test void macros_are_found_by_their_relation() {
        for (var target : new String[] {"a.bin", "https://example.org/a.bin"})
            refused("macros", () -> FileFormat.DOCX.matches(source(Samples.docx("word/a.bin", "x", "word/_rels/document.xml.rels",
            RELATION.formatted(MACROS, target)))));
        refused("macros", () -> FileFormat.DOCX.matches(source(Samples.docx("word/_rels/document.xml.rels",
            RELATION.formatted(MACROS, "a.bin")
            .replace(" Type", " x:Type='a' Type")))));
        refused("macros", () -> FileFormat.DOCX.matches(source(Samples.docx("word/_rels/document.xml.rels",
            RELATION.formatted(MACROS, "a.bin")
            .replace(" Target", " x:Type='a' Target")))));
        refused("damaged", () -> FileFormat.DOCX.matches(source(Samples.docx("word/_rels/document.xml.rels", "<Relationships>"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic/Standard/script-lc.xml", "Basic/Standard/Module1.xml", "basic/standard/module1.xml",
        "BASIC/Standard/script-lb.xml/a", "Basic/a.xba", "Scripts/python/a.py", "scripts/a"})
    void a_module_is_a_module_whatever_it_is_called(String name) {
        refused("macros", () -> odt(name, "<x/>"));
    }

    @Test void lists_of_modules_may_be_there_when_they_name_none() throws Exception {
        assertTrue(
            odt("Basic/script-lc.xml",
            "<!DOCTYPE l PUBLIC '-//O//DTD//EN' 'l.dtd'><l:libraries><l:library l:name='Standard' l:link='false'/></l:libraries>"));
        refused("macros", () -> odt("Basic/script-lc.xml", "<l:libraries><l:library l:link='true' xlink:href='file:///a'/></l:libraries>"));
        refused("macros", () -> odt("Basic/Standard/script-lb.xml", "<l:library><l:element l:name='Module1'/></l:library>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vnd.sun.star.script:Standard.Module1.Main?language=Basic&amp;location=document",
        " VND.sun.star.script:../../a.py?language=Python&amp;location=share",
        "&#118;nd.sun.star.script:a", "macro:///Standard.Module1.Main"})
    void whatever_calls_a_macro_is_refused(String call) throws Exception {
        refused("macros", () -> odt("Object 1/content.xml", "<o:event-listeners><s:event-listener s:event-name='dom:load' xlink:href='"
            + call + "' x:href='a'/></o:event-listeners>"));
        refused("macros", () -> odt("styles.xml", "<x xlink:href='" + call + "'/>"));
        assertTrue(odt("styles.xml", "<x xlink:href='https://example.org/vnd.sun.star.script:a'>macro:a</x>"));
    }

    @Test void what_is_locked_is_said_to_be() {
        refused("locked with a password", () -> odt("META-INF/manifest.xml",
            "<m:manifest><m:file-entry m:full-path='content.xml'><m:encryption-data/></m:file-entry></m:manifest>"));
        refused("locked with a password", () -> FileFormat.DOCX.matches(source(RawZip.flagged(Samples.docx(), 1))));
    }

    @Test void what_is_both_is_neither() throws Exception {
        var both = Samples.docx("mimetype", TYPE, "content.xml", "<x/>");

        assertFalse(FileFormat.DOCX.matches(source(both)) || FileFormat.ODT.matches(source(both)));
    }

    /** An attribute of 100 MB, and a million elements within each other, pack to some kilobytes. */
    @Test void no_xml_fills_the_memory() {
        refused("damaged", () -> odt("styles.xml", "<x a='" + "a".repeat(15_000_000) + "'/>"));
        for (var piece : new String[] {"<a%d/>", "<a b%d=''/>", "<?a%d?>"}) refused("damaged", () -> odt("styles.xml", xml(piece)));
        refused("damaged", () -> odt("styles.xml", "<x>".repeat(1_001) + "</x>".repeat(1_001)));
    }

    @Test void long_texts_are_no_attack() throws Exception {
        assertTrue(odt("styles.xml", "<x>" + "a".repeat(15_000_000) + "</x>"));
    }

    private static boolean docx(String types, String relations, String... parts) throws IOException, RejectedFile {
        return FileFormat.DOCX.matches(source(Samples.zip(Stream.concat(Stream.of(TYPES, types, RELATIONS, relations), Stream.of(parts)
            .flatMap(name -> Stream.of(name, "<x/>"))).toArray(String[]::new))));
    }

    private static boolean odt(String name, String xml) throws IOException, RejectedFile {
        return FileFormat.ODT.matches(source(Samples.zip("mimetype", TYPE, "content.xml", "<x/>", name, xml)));
    }

    private static String xml(String piece) {
        return "<x>" + IntStream.rangeClosed(0, 10_000).mapToObj(piece::formatted).collect(Collectors.joining()) + "</x>";
    }

    private static Storage.Source source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }

    private static byte[] joined(byte[] zip, String more) {
        return (new String(zip, ISO_8859_1) + more).getBytes(ISO_8859_1);
    }

    private static byte[] zip(int method, Object... namesAndBytes) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            for (int i = 0; i < namesAndBytes.length; i += 2) {
                var bytes = (byte[]) namesAndBytes[i + 1];
                zip.putNextEntry(method == ZipEntry.STORED ? Samples.stored((String) namesAndBytes[i], bytes)
                    : new ZipEntry((String) namesAndBytes[i]));
                zip.write(bytes);
            }
        }
        return file.toByteArray();
    }

    private static void refused(String why, Executable look) {
        var message = assertThrows(RejectedFile.class, look).getMessage();
        assertTrue(message.contains(why), message);
    }
}
