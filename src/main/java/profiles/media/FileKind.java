package profiles.media;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.Tika;
import profiles.web.Upload;

/** The kinds of document that a field may take, and how each is served. */
public enum FileKind {
    PDF("application/pdf", true, PdfContents::hold, "pdf"),
    PNG("image/png", true, PngContents::hold, "png"),
    JPEG("image/jpeg", true, JpegContents::hold, "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, DocxContents::hold, "docx"),
    ODT("application/vnd.oasis.opendocument.text", false, OdtContents::hold, "odt");

    private final String type;
    private final boolean inline;
    private final Contents contents;
    private final List<String> extensions;

    FileKind(String type, boolean inline, Contents contents, String... extensions) {
        this.type = type;
        this.inline = inline;
        this.contents = contents;
        this.extensions = List.of(extensions);
    }

    /** The media type. */
    public String type() {
        return type;
    }

    /** Whether a browser may show it in its window: it runs no script of ours there. */
    public boolean inline() {
        return inline;
    }

    /** In lower case, without the dot. */
    public List<String> extensions() {
        return extensions;
    }

    /** @return null for a name with none of our extensions, as Django took them */
    static FileKind ofName(String name) {
        return Stream.of(values()).filter(kind -> kind.names(name)).findFirst().orElse(null);
    }

    /** By the first bytes, and by what is inside; whatever it is called. @throws Unfit when it is of this kind and cannot be taken */
    boolean is(Upload file) throws IOException, Unfit {
        try (var start = file.open(); var whole = file.open()) {
            // What begins alike, as all zips do, is told apart by a name.
            return type.equals(Detection.TIKA.detect(start, "file." + extensions.get(0))) && contents.hold(whole);
        }
    }

    /** Whether the name ends as this kind's names do. */
    boolean names(String name) {
        var extension = MediaName.extension(name).toLowerCase(Locale.ROOT);
        return !extension.isEmpty() && extensions.contains(extension.substring(1));
    }

    /** For people, such as ".jpg or .jpeg". */
    String endings() {
        return "." + String.join(" or .", extensions);
    }

    /** For people, such as "PDF, PNG or JPEG". */
    public static String list(List<FileKind> kinds) {
        var names = kinds.stream().map(Enum::name).collect(Collectors.toList());
        var last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " or " + last;
    }

    /** Its list of types takes a sixth of a second to read: the start does without. */
    private static final class Detection {
        static final Tika TIKA = new Tika();
    }
}
