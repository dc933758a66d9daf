package profiles.profile;

import static profiles.media.FileKind.DOCX;
import static profiles.media.FileKind.JPEG;
import static profiles.media.FileKind.ODT;
import static profiles.media.FileKind.PDF;
import static profiles.media.FileKind.PNG;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of a profile, in the order in which people see them. Page, form, checks, JSON and export follow from this list. */
public final class Fields {

    public static final List<Field> ALL = List.of(
        TextField.line("full_name", "Full name", 255).completedBy("name"),
        TextField.lines("bio", "About you", 20_000),
        DocumentField.of("cv", "CV", "cvs", PDF, DOCX, ODT),
        DocumentField.of("certificate", "Certificate", "certificates", PDF, PNG, JPEG));

    /** What a form may send: the fields, the boxes that clear a document, and what our own answers hold besides. */
    static final Set<String> NAMES = Stream.concat(Stream.of("username", "email"), ALL.stream().flatMap(field -> field.names().stream()))
        .collect(Collectors.toUnmodifiableSet());

    private Fields() {
    }

    public static List<DocumentField> documents() {
        return ALL.stream().filter(DocumentField.class::isInstance).map(DocumentField.class::cast).toList();
    }
}
