package profiles.fileformat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import profiles.storage.Storage;

/** The file formats that a field may accept, and how each is served. */
public enum FileFormat {
    PDF("application/pdf", true, PdfValidator::isValid, "pdf"),
    PNG("image/png", true, PngValidator::isValid, "png"),
    JPEG("image/jpeg", true, JpegValidator::isValid, "jpg", "jpeg"),
    WEBP("image/webp", true, WebpValidator::isValid, "webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false, DocxValidator::isValid, "docx"),
    ODT("application/vnd.oasis.opendocument.text", false, OdtValidator::isValid, "odt");

    /** Endings of JPEGs that some programs give, and others do not know. */
    private static final List<String> RARE = List.of("jfif", "jpe", "jif", "jfi");

    private final String type;
    private final boolean isInline;
    private final FileValidator contents;
    private final List<String> extensions;

    FileFormat(String type, boolean inline, FileValidator contents, String... extensions) {
        this.type = type;
        this.isInline = inline;
        this.contents = contents;
        this.extensions = List.of(extensions);
    }

    public String type() {
        return type;
    }

    /** Whether a browser may show it in its window: it runs no script of ours there. */
    public boolean isInline() {
        return isInline;
    }

    /** For the accept attribute of HTML's file input. */
    public Stream<String> acceptedTypes() {
        return Stream.of(extensions.stream(), this == JPEG ? RARE.stream() : Stream.<String>of()).flatMap(it -> it).map(it -> "." + it);
    }

    /** @return null for a name with none of our extensions, as Django took them */
    public static FileFormat byExtension(String name) {
        return Stream.of(values()).filter(kind -> kind.hasExtension(name)).findFirst().orElse(null);
    }

    /** By the bytes, whatever it is called. @throws RejectedFile when it is of this kind and cannot be taken */
    public boolean matches(Storage.Source file) throws IOException, RejectedFile {
        return contents.hold(file);
    }

    /** @return the name with an ending of this kind: in place of one that tells of another, else behind what is there */
    public String named(String name) {
        if (hasExtension(name)) return name;
        var ending = ending(name);
        var wrong = RARE.contains(ending) || Stream.of(values()).anyMatch(kind -> kind.extensions.contains(ending));
        return (wrong ? name.substring(0, name.lastIndexOf('.')) : name) + "." + extensions.get(0);
    }

    private boolean hasExtension(String name) {
        return extensions.contains(ending(name));
    }

    private static String ending(String name) {
        return FileName.extension(name).replaceFirst("^\\.", "").toLowerCase(Locale.ROOT);
    }

    /** For people, such as "PDF, PNG or JPEG". */
    public static String list(List<FileFormat> kinds) {
        var names = kinds.stream().map(Enum::name).collect(Collectors.toList());
        var last = names.remove(names.size() - 1);
        return names.isEmpty() ? last : String.join(", ", names) + " or " + last;
    }
}
