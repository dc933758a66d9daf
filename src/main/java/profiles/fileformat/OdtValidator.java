package profiles.fileformat;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import profiles.storage.Storage;

/** A text document of OpenDocument (ISO 26300-2): a zip that says so in a part of its own, and in its manifest. */
public final class OdtValidator {
    static final String TYPE = "mimetype", MANIFEST = "META-INF/manifest.xml", MAIN = "content.xml";
    private static final int LONGEST_TYPE = 200;
    /** Basic and other languages. In Basic's folder two lists may be, of libraries and of modules, which are there without any, too. */
    private static final Pattern SCRIPT = Pattern.compile("scripts/.*[^/]|basic/(?!script-lc\\.xml$|[^/]+/script-lb\\.xml$).*[^/]");
    private static final Pattern LIST = Pattern.compile("basic/.*[^/]");
    /** What runs a macro when somebody clicks or opens: also one of the office's own, with parameters that the document gives it. */
    private static final Pattern CALL = Pattern.compile("(?is)\\s*(?:vnd\\.sun\\.star\\.script|macro):.*");
    private static final Pattern CALLING = Pattern.compile("(?:.*/)?(?:content|styles|settings)\\.xml");

    private OdtValidator() {
    }

    public static boolean isValid(Storage.Source file) throws IOException, RejectedFile {
        if (!ZipCentralDirectory.startsAtBeginning(file)) return false;
        var zip = ZipReader.read(file);
        // Programs would open such a file as either of the two.
        if (zip.find(DocxValidator.TYPES) != null || !FileFormat.ODT.type().equals(type(zip))) return false;
        refuseMacros(zip);
        if (zip.find(MAIN) == null) throw RejectedFile.damaged();
        return true;
    }

    /**
     * @return by the part for it, packed or not, wherever it stands, else by the manifest; null where neither is there
     * @throws RejectedFile when it is locked
     */
    static String type(ZipReader zip) throws IOException, RejectedFile {
        var type = new String[1];
        if (zip.find(MANIFEST) != null) {
            var whole = XmlScanner.scan(zip.open(zip.find(MANIFEST)), (name, of) -> {
                if (name.equals("encryption-data")) throw RejectedFile.encrypted();
                if (name.equals("file-entry") && "/".equals(XmlScanner.value(of, "full-path")))
                    type[0] = XmlScanner.value(of, "media-type");
            });
            if (!whole) throw RejectedFile.damaged();
        }
        if (zip.find(TYPE) == null) return type[0];
        try (var bytes = zip.open(zip.find(TYPE))) {
            return new String(bytes.readNBytes(LONGEST_TYPE), UTF_8);
        }
    }

    private static void refuseMacros(ZipReader zip) throws IOException, RejectedFile {
        for (var part : zip.entries()) {
            var name = part.name().toLowerCase(Locale.ROOT);
            if (SCRIPT.matcher(name).matches()) throw RejectedFile.macros();
            if (LIST.matcher(name).matches()) XmlScanner.scan(zip.open(part), OdtValidator::refuseModule);
            if (CALLING.matcher(name).matches() && !XmlScanner.scan(zip.open(part), OdtValidator::refuseCall)) throw RejectedFile.damaged();
        }
    }

    /** A library that is somewhere else, or a module. */
    private static void refuseModule(String name, Map<String, String> of) throws RejectedFile {
        if (name.equals("element") || name.equals("module") || XmlScanner.value(of, "href") != null) throw RejectedFile.macros();
    }

    private static void refuseCall(String name, Map<String, String> of) throws RejectedFile {
        for (var value : of.values()) if (CALL.matcher(value).matches()) throw RejectedFile.macros();
    }
}
