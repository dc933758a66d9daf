package profiles.media;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/** A text document of OpenDocument (ISO 26300-3): a zip whose first part, which is not packed, says so. */
final class OdtContents {
    private static final String TYPE = "mimetype", MAIN = "content.xml";
    /** Modules of Basic, and scripts in other languages; the lists beside them are there without any, too. */
    private static final Pattern MACRO = Pattern.compile("Scripts/.*[^/]|Basic/.*/(?!script-l[bc]\\.xml).*[^/]");

    private OdtContents() {
    }

    static boolean hold(InputStream file) throws IOException, Unfit {
        var zip = Zip.read(file, TYPE);
        var parts = zip.parts();
        if (parts.isEmpty() || !parts.get(0).name().equals(TYPE) || parts.get(0).method() != ZipPart.STORED) return false;
        if (!new String(zip.text(TYPE), UTF_8).equals(FileKind.ODT.type())) return false;
        if (parts.stream().anyMatch(part -> MACRO.matcher(part.name()).matches())) throw new Unfit("This document has macros. Save it without them, and choose that file.");
        return parts.stream().anyMatch(part -> part.name().equals(MAIN));
    }
}
