package profiles.fileformat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.regex.Pattern;
import profiles.storage.Storage;

/** A PDF (ISO 32000-2, 7.5). Readers mend what is wrong inside; its two ends are ours to look at. */
final class PdfValidator {
    private static final String START = "%PDF-";
    /** Where readers look for the start; mail, printers and broken web servers put something before it. */
    private static final int HEAD = 1024;
    /** Readers look for the end in the last kilobyte; what mail and web servers append is often more. */
    private static final int TAIL = 64 * 1024;
    /** A page, an archive, a program: what others would take the file for. In UTF-16 there are zeros between the letters. */
    private static final Pattern OTHER = Pattern.compile(
        "(?s).*<\0?[A-Za-z!?/].*|(?:PK|Rar!|7z\u00BC|MZ|\\x7FELF|#!|\u00D0\u00CF\u0011\u00E0).*|.{257}ustar.*");

    private PdfValidator() {
    }

    static boolean isValid(Storage.Source file) throws IOException, RejectedFile {
        String head;
        try (var in = file.open()) {
            head = new String(in.readNBytes(HEAD), ISO_8859_1);
        }
        var start = head.indexOf(START);
        if (start < 0 || OTHER.matcher(head.substring(0, start)).matches()) return false;
        var tail = new String(FileTail.of(file, TAIL).bytes(), ISO_8859_1);
        if (!tail.contains("startxref") && !tail.contains("%%EOF")) throw RejectedFile.damaged();
        return true;
    }
}
