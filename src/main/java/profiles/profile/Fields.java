package profiles.profile;

import static profiles.fileformat.FileFormat.DOCX;
import static profiles.fileformat.FileFormat.JPEG;
import static profiles.fileformat.FileFormat.ODT;
import static profiles.fileformat.FileFormat.PDF;
import static profiles.fileformat.FileFormat.PNG;
import static profiles.fileformat.FileFormat.WEBP;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import profiles.web.FormField;
import profiles.web.FormSchema;
import profiles.web.Json;

/** The fields of a profile, in the order in which people see them. Page, form, checks, JSON and export follow from this list. */
public final class Fields {

    public static final List<Field> ALL = List.of(
        TextField.line("full_name", "Full name", 255).completedBy("name"),
        TextField.lines("bio", "About", 20_000),
        DocumentField.of("cv", "CV", "cvs", PDF, DOCX, ODT),
        DocumentField.of("certificate", "Certificate", "certificates", PDF, PNG, JPEG, WEBP));

    /** What our own answers hold besides: programs may send it back as it is. */
    private static final List<FormField> ACCOUNT = List.of(FormField.text("username", 150), FormField.text("email", 254));

    /** What a form may send: the fields, the boxes that clear a document, and what our own answers hold besides. */
    public static final FormSchema NAMES = FormSchema.of(Stream.concat(ACCOUNT.stream(), ALL.stream()
        .flatMap(field -> field.names().stream())).toList());

    private Fields() {
    }

    public static List<DocumentField> documents() {
        return ALL.stream().filter(DocumentField.class::isInstance).map(DocumentField.class::cast).toList();
    }

    /** The texts of one line: what people search for. */
    public static List<TextField> lines() {
        return ALL.stream().filter(TextField.class::isInstance).map(TextField.class::cast).filter(field -> !field.isMultiline()).toList();
    }

    /** Where the documents of all fields are, below the media root. */
    public static List<String> folders() {
        return documents().stream().map(DocumentField::folder).distinct().toList();
    }

    /** Of the profile as JSON has it. */
    static Map<String, Object> schema() {
        var properties = new LinkedHashMap<String, Object>();
        ACCOUNT.forEach(name -> properties.put(name.name(), name.schema()));
        ALL.forEach(field -> properties.put(field.name(), field.schema()));
        return Json.object("type", "object", "properties", properties, "required", List.copyOf(properties.keySet()));
    }
}
