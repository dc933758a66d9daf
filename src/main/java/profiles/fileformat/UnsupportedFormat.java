package profiles.fileformat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import profiles.storage.Storage;

/**
 * A format that people send and no field accepts: its name, and how to convert it.
 *
 * @param types    media types
 * @param what     null for an unknown format
 * @param document how to convert it to a PDF
 * @param picture  how to convert it to an image; null if it cannot be
 */
public record UnsupportedFormat(Pattern types, String what, String document, String picture) {
    private static final String PRINT = "Open it, choose Print, and save it as PDF";
    private static final String UNPACK = "Unpack it, and send the document that is in it";
    private static final String AS_JPEG = "Open it in a program for pictures, and save or export it as JPEG";
    private static final String SAVE = "choose File, Save As, PDF";
    private static final String LIBRE = "In LibreOffice choose File, Export As, PDF", WORD = "In Word " + SAVE;
    private static final String HEIC = "On a Mac open it in Preview and choose File, Export, JPEG; on a phone a screenshot of it does";
    private static final UnsupportedFormat UNKNOWN = of("", null, null);
    private static final List<UnsupportedFormat> ALL = List.of(
        of("application/msword.*|application/x-tika-msoffice", "an old Word document (.doc)", WORD),
        of("application/vnd\\.openxml.*wordprocessingml\\.template.*|application/vnd\\.ms-word\\.template.*",
            "a Word template (.dotx)", WORD),
        of("application/vnd\\.openxml.*wordprocessingml.*|application/vnd\\.ms-word.*", "a Word document", WORD),
        of("application/vnd\\.openxml.*spreadsheetml.*|application/vnd\\.ms-excel.*", "an Excel workbook", "In Excel " + SAVE),
        of("application/vnd\\.openxml.*presentationml.*|application/vnd\\.ms-powerpoint.*",
            "a PowerPoint presentation", "In PowerPoint " + SAVE),
        of("application/vnd\\.oasis\\.opendocument\\.text", "an OpenDocument text (.odt)", LIBRE),
        of("application/vnd\\.oasis\\.opendocument\\.text-web", "an OpenDocument web page (.oth)", LIBRE),
        of("application/vnd\\.oasis\\.opendocument\\.text-master.*", "an OpenDocument master document (.odm)", LIBRE),
        of("application/vnd\\.oasis\\.opendocument\\..*-template", "an OpenDocument template", LIBRE),
        of("application/vnd\\.oasis\\.opendocument\\.spreadsheet", "an OpenDocument spreadsheet (.ods)", LIBRE),
        of("application/vnd\\.oasis\\.opendocument\\.presentation", "an OpenDocument presentation (.odp)", LIBRE),
        of("application/vnd\\.(?:oasis\\.opendocument|sun\\.xml)\\..*", "a document of LibreOffice", LIBRE),
        of("application/vnd\\.apple\\.pages", "a Pages document", "In Pages choose File, Export To, PDF"),
        of("application/vnd\\.apple\\.numbers", "a Numbers document", "In Numbers choose File, Export To, PDF"),
        of("application/vnd\\.apple\\.keynote", "a Keynote document", "In Keynote choose File, Export To, PDF"),
        of("application/rtf|text/rtf", "a rich text document (.rtf)", "In Word or LibreOffice choose File, Save As or Export As, PDF"),
        of("application/(?:postscript|epub\\+zip|vnd\\.wordperfect.*|vnd\\.ms-(?:works|xpsdocument).*)|image/vnd\\.djvu",
            "a document of another kind", PRINT),
        of("application/pdf|application/illustrator", "a PDF", null, AS_JPEG),
        of("image/hei[cf].*|image/avif.*", "a HEIC or AVIF picture, as phones take them", PRINT, HEIC),
        of("image/png", "a PNG picture", PRINT, AS_JPEG),
        of("image/jpeg", "a JPEG picture", PRINT, AS_JPEG),
        of("image/webp", "a WebP picture", PRINT, AS_JPEG),
        of("image/tiff", "a TIFF picture", PRINT, AS_JPEG),
        of("image/gif", "a GIF picture", PRINT, AS_JPEG),
        of("image/(?:x-ms-)?bmp", "a BMP picture", PRINT, AS_JPEG),
        of("image/svg\\+xml", "an SVG drawing", PRINT, AS_JPEG),
        of("image/.*", "a picture of another kind", PRINT, AS_JPEG),
        of("text/html|application/xhtml\\+xml", "a web page", "Open it in a browser, choose Print, and save it as PDF"),
        of("message/.*|application/(?:vnd\\.ms-outlook|mbox)", "an e-mail", PRINT + ", or send the document that is attached to it"),
        of("text/(?!calendar|vcard).*|application/xml", "a text file", "Open it in a word processor, and save it as PDF"),
        of("application/zip|application/java-archive", "a zip archive", UNPACK, UNPACK),
        of("application/(?:x-)?(?:rar.*|7z.*|g?zip|g?tar|bzip2?|xz|zstd)", "a packed archive", UNPACK, UNPACK),
        of("video/.*|audio/.*|application/(?:mp4|quicktime)", "a video or a sound", null));

    private static UnsupportedFormat of(String types, String what, String document) {
        return of(types, what, document, null);
    }

    private static UnsupportedFormat of(String types, String what, String document, String picture) {
        return new UnsupportedFormat(Pattern.compile(types), what, document, picture);
    }

    /** @param name by which formats are told apart whose bytes are alike. @throws RejectedFile when it is locked or damaged */
    public static UnsupportedFormat of(Storage.Source file, String name) throws IOException, RejectedFile {
        var type = type(file, name).toLowerCase(Locale.ROOT);
        return ALL.stream().filter(format -> format.types.matcher(type).matches()).findFirst().orElse(UNKNOWN);
    }

    /** @param kinds what the field takes */
    public RejectedFile rejection(List<FileFormat> kinds) {
        var list = FileFormat.list(kinds);
        if (what == null) return new RejectedFile("This is not a " + list + " file. Choose another one.");
        var way = picture != null && kinds.contains(FileFormat.JPEG) ? picture : kinds.contains(FileFormat.PDF) ? document : null;
        return new RejectedFile("This is " + what + ", not a " + list + " file. " + (way == null ? "Choose another one." : way + "."));
    }

    private static String type(Storage.Source file, String name) throws IOException, RejectedFile {
        if (ZipCentralDirectory.startsAtBeginning(file)) return packed(ZipReader.read(file), name.toLowerCase(Locale.ROOT));
        var compound = CompoundFile.type(file);
        if (compound != null) return compound;
        try (var bytes = file.open()) {
            return Detection.TIKA.detect(bytes);
        }
    }

    private static String packed(ZipReader zip, String name) throws IOException, RejectedFile {
        var office = DocxValidator.mainType(zip);
        if (!office.isEmpty()) return office;
        if (Stream.of("Index/Document.iwa", "Index.zip", "index.xml", "index.apxl").anyMatch(part -> zip.find(part) != null))
            return "application/vnd.apple." + (name.endsWith(".numbers") ? "numbers" : name.endsWith(".key") ? "keynote" : "pages");
        if (Stream.of("FixedDocumentSequence.fdseq", "FixedDocSeq.fdseq").anyMatch(part -> zip.find(part) != null))
            return "application/vnd.ms-xpsdocument";
        return zip.find(OdtValidator.TYPE) == null ? "application/zip" : OdtValidator.type(zip);
    }

    /** Its list of types takes a sixth of a second to read: the start does without. */
    private static final class Detection {
        static final Tika TIKA = new Tika();
    }
}
