package profiles.fileformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import profiles.fixture.Samples;
import profiles.storage.Storage;

/** What people send that is not taken: each is told what it is, and how it becomes what is. */
class UnsupportedFormatTest {
    private static final List<FileFormat> CV = List.of(FileFormat.PDF, FileFormat.DOCX, FileFormat.ODT),
        PICTURE = List.of(FileFormat.PDF, FileFormat.PNG, FileFormat.JPEG);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\\rtf1\\ansi} | a rich text document (.rtf) | Save As",
        "<!DOCTYPE html><p>CV</p> | a web page | choose Print", "Ada Lovelace, mathematician | a text file | word processor",
        "GIF89a | a GIF picture | choose Print", "II*\\0\\10\\0\\0\\0 | a TIFF picture | choose Print",
        "\\0\\0\\0\\30ftypheic\\0\\0\\0\\0mif1heic | a HEIC or AVIF picture | choose Print",
        "<svg xmlns='http://www.w3.org/2000/svg'/> | an SVG drawing | choose Print",
        "Rar!\\32\\7\\0 | a packed archive | Unpack it", "7z\\274\\257\\47\\34 | a packed archive | Unpack it",
        "\\0\\0\\0\\30ftypmp42\\0\\0\\0\\0mp42isom | a video or a sound | another one",
        "From: ada@example.org\\nTo: b@example.org\\nSubject: CV\\nMIME-Version: 1.0\\n\\nx | an e-mail | choose Print",
        "%!PS-Adobe-3.0 | a document of another kind | choose Print"})
    void what_is_told_by_its_first_bytes(String bytes, String what, String way) throws Exception {
        told(bytes(bytes), "cv.pdf", CV, what, way);
    }

    @ParameterizedTest
    @CsvSource({"\\0\\0\\0\\30ftypheic\\0\\0\\0\\0mif1heic, Preview", "II*\\0\\10\\0\\0\\0, JPEG"})
    void a_picture_becomes_a_picture_where_one_is_taken(String bytes, String way) throws Exception {
        told(bytes(bytes), "a.jpg", PICTURE, "picture", way);
    }

    @ParameterizedTest
    @CsvSource({"template, a Word template (.dotx), In Word choose", "document, a Word document, In Word choose"})
    void office_tells_it_by_the_type_of_the_main_part(String type, String what, String way) throws Exception {
        var main = "application/vnd.openxmlformats-officedocument.wordprocessingml." + type + ".main+xml";

        told(Samples.zip("[Content_Types].xml", "<Types><Override PartName='/a.xml' ContentType='" + main + "'/></Types>", "_rels/.rels",
            Samples.relations("a.xml"), "a.xml", "x"),
            "cv.docx", PICTURE, what, way);
    }

    @ParameterizedTest
    @CsvSource({"text-web, web page (.oth)", "text-template, template", "spreadsheet, spreadsheet (.ods)",
        "presentation, presentation (.odp)", "graphics, document of LibreOffice"})
    void open_document_tells_it_by_its_type(String type, String what) throws Exception {
        told(Samples.zip("mimetype", "application/vnd.oasis.opendocument." + type, "content.xml", "<x/>"), "cv.odt", CV, what,
            "In LibreOffice choose File, Export As, PDF.");
    }

    @Test void pages_and_its_sisters_are_told_apart_by_the_name() throws Exception {
        told(Samples.zip("Index/Document.iwa", "x"), "CV.pages", CV, "a Pages document", "In Pages choose File, Export To, PDF.");
        told(Samples.zip("Index/Document.iwa", "x"), "CV.key", CV, "a Keynote document", "In Keynote choose File, Export To, PDF.");
        told(Samples.zip("a.txt", "x"), "CV.pages", CV, "a zip archive", "Unpack it");
    }

    @Test void an_old_office_document_is_told_by_its_streams() throws Exception {
        told(compound("WordDocument"), "cv.doc", CV, "an old Word document (.doc)", "In Word choose File, Save As, PDF.");
        told(compound("Workbook"), "cv.xls", CV, "an Excel workbook", "In Excel choose");
        assertTrue(assertThrows(RejectedFile.class, () -> UnsupportedFormat.of(source(compound("EncryptedPackage")), "cv.docx"))
            .getMessage().contains("locked with a password"));
    }

    @Test void what_nobody_knows_is_only_not_taken() throws Exception {
        assertEquals("This is not a PDF, DOCX or ODT file. Choose another one.",
            UnsupportedFormat.of(source(new byte[] {1, 2, 3}), "cv.pdf").rejection(CV).getMessage());
    }

    private static void told(byte[] bytes, String name, List<FileFormat> kinds, String what, String way) throws IOException, RejectedFile {
        for (var kind : kinds) assertFalse(kind.matches(source(bytes)), kind + " " + what);
        var message = UnsupportedFormat.of(source(bytes), name).rejection(kinds).getMessage();
        assertTrue(message.startsWith("This is a") && message.contains(what) && message.contains(way), message);
    }

    /** With a directory of one stream, in the third sector. */
    private static byte[] compound(String stream) {
        var file = new byte[2048];
        var start = bytes("\\320\\317\\21\\340\\241\\261\\32\\341");
        System.arraycopy(start, 0, file, 0, start.length);
        var name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, file, 1024 + 128, name.length);
        file[1024 + 128 + 64] = (byte) (name.length + 2);
        file[1024 + 128 + 66] = 2;
        return file;
    }

    private static byte[] bytes(String escaped) {
        return escaped.replace("\\rtf1\\ansi", "\u0001").translateEscapes().replace("\u0001", "\\rtf1\\ansi").getBytes(ISO_8859_1);
    }

    private static Storage.Source source(byte[] bytes) {
        return () -> new ByteArrayInputStream(bytes);
    }
}
