package profiles.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of document that a field may take, and how each is served. */
public enum FileKind {
    PDF("application/pdf", true, null, "pdf"),
    PNG("image/png", true, null, "png"),
    JPEG("image/jpeg", true, null, "jpg", "jpeg"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, "word/document.xml", "docx"),
    ODT("application/vnd.oasis.opendocument.text", false, "content.xml", "odt");

    private final String type;
    private final boolean inline;
    private final String entry;
    private final List<String> extensions;

    /** @param entry what a document of this kind has inside, if it is a zip; else null */
    FileKind(String type, boolean inline, String entry, String... extensions) {
        this.type = type;
        this.inline = inline;
        this.entry = entry;
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

    /** Whether what is packed in the file is of this kind, too. */
    boolean holds(InputStream file) throws IOException {
        return entry == null || Contents.hold(entry, file);
    }

    /** Whether the name ends as this kind's names do. */
    boolean names(String name) {
        var extension = MediaName.extension(name).toLowerCase(Locale.ROOT);
        return !extension.isEmpty() && extensions.contains(extension.substring(1));
    }

    /** For people, such as "PDF, PNG or JPEG". */
    public static String list(List<FileKind> kinds) {
        var names = kinds.stream().map(Enum::name).collect(Collectors.toList());
        var last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " or " + last;
    }
}
