package profiles.fileformat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import profiles.storage.Storage;

/** A text document of Office Open XML (ISO 29500): a zip whose relationships name a main part, which has the type of such a text. */
public final class DocxValidator {
    static final String TYPES = "[Content_Types].xml", RELATIONS = "_rels/.rels";
    private static final String MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final Set<String> WITH_MACROS = Set.of("application/vnd.ms-word.document.macroenabled.main+xml",
        "application/vnd.ms-word.template.macroenabledtemplate.main+xml");
    private static final Set<String> MAIN_RELATION = Set.of(
        "http://schemas.openxmlformats.org/officedocument/2006/relationships/officedocument",
        "http://purl.oclc.org/ooxml/officedocument/relationships/officedocument");
    /** A table within a document, in Excel's binary format, which bears this name with macros and without. */
    private static final String BINARY_SHEET = "application/vnd.ms-excel.sheet.binary.macroenabled.12";

    private DocxValidator() {
    }

    public static boolean isValid(Storage.Source file) throws IOException, RejectedFile {
        if (!ZipCentralDirectory.startsAtBeginning(file)) return false;
        var zip = ZipReader.read(file);
        // Programs would open such a file as either of the two.
        if (zip.find(OdtValidator.TYPE) != null) return false;
        var type = mainType(zip);
        if (MAIN.equals(type) || WITH_MACROS.contains(type)) refuseMacros(zip);
        return MAIN.equals(type);
    }

    /** @return the type of the main part, in lower case; "" where there is none */
    static String mainType(ZipReader zip) throws IOException, RejectedFile {
        var main = mainPart(zip);
        return main.isEmpty() || zip.find(TYPES) == null ? "" : types(zip).getOrDefault(main, "");
    }

    /** @return its folded name, or "" */
    private static String mainPart(ZipReader zip) throws IOException, RejectedFile {
        if (zip.find(RELATIONS) == null) return "";
        var found = new HashMap<String, String>();
        var whole = XmlScanner.scan(zip.open(zip.find(RELATIONS)), (name, of) -> {
            if (MAIN_RELATION.contains(lower(of.get("Type")))) found.putIfAbsent("main", partName(of.get("Target")));
        });
        var main = found.getOrDefault("main", "");
        return whole && names(zip).contains(main) ? main : "";
    }

    /** @return of each part, by its folded name (ISO 29500-2, 7.2.3): its own type goes before that of its extension */
    private static Map<String, String> types(ZipReader zip) throws IOException, RejectedFile {
        var defaults = new HashMap<String, String>();
        var overrides = new HashMap<String, String>();
        var whole = XmlScanner.scan(zip.open(zip.find(TYPES)), (name, of) -> {
            if (name.equals("Default")) defaults.put(lower(of.get("Extension")), type(of));
            if (name.equals("Override")) overrides.put(partName(of.get("PartName")), type(of));
        });
        if (!whole) return Map.of();
        var types = new HashMap<String, String>();
        for (var name : names(zip)) {
            var extension = name.substring(name.lastIndexOf('.') + 1);
            types.put(name, overrides.getOrDefault(name, defaults.getOrDefault(extension, "")));
        }
        return types;
    }

    private static Set<String> names(ZipReader zip) {
        return zip.entries().stream().map(part -> partName(part.name())).collect(Collectors.toSet());
    }

    /** By a relation, a type or a name: whichever of them a program goes by, it finds none. */
    private static void refuseMacros(ZipReader zip) throws IOException, RejectedFile {
        XmlScanner.scan(zip.open(zip.find(TYPES)), (name, of) -> {
            var type = type(of);
            if (type.contains("vbaproject") || type.contains("macroenabled") && !type.equals(BINARY_SHEET)) throw RejectedFile.macros();
        });
        for (var part : zip.entries()) {
            var name = lower(part.name());
            if (name.endsWith("vbaproject.bin")) throw RejectedFile.macros();
            if (name.endsWith(".rels") && !XmlScanner.scan(zip.open(part), DocxValidator::refuseMacroRelation))
                throw RejectedFile.damaged();
        }
    }

    private static void refuseMacroRelation(String name, Map<String, String> of) throws RejectedFile {
        var type = lower(of.get("Type"));
        if (type.endsWith("/vbaproject") || type.endsWith("/wordvbadata")) throw RejectedFile.macros();
    }

    /** Without its parameters. */
    private static String type(Map<String, String> of) {
        return lower(of.get("ContentType")).replaceFirst("\\s*;.*", "");
    }

    /** As names are compared (ISO 29500-2, 6.2.2): from the root, resolved and decoded, without regard to case. "" for one that is none. */
    private static String partName(String target) {
        try {
            var reference = URI.create(String.valueOf(target).strip().replace('\\', '/').replace(" ", "%20"));
            var path = URI.create("/").resolve(reference).normalize().getRawPath();
            return lower(URLDecoder.decode(path.replace("+", "%2B"), UTF_8)).replaceFirst("^/+", "");
        } catch (IllegalArgumentException | NullPointerException none) {
            return "";
        }
    }

    private static String lower(String text) {
        return text == null ? "" : text.strip().toLowerCase(Locale.ROOT);
    }
}
