package profiles.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;

/** A PDF (ISO 32000-2, 7.5). Readers mend what is wrong inside; its two ends are ours to look at. */
final class PdfContents {
    private static final String START = "%PDF-";
    /** Readers look for the end in the last kilobyte; what mail and web servers append is often more. */
    private static final int TAIL = 64 * 1024;

    private PdfContents() {
    }

    /** From the first byte on: what comes before a PDF, as some readers allow, may be a page with scripts. */
    static boolean hold(InputStream file) throws IOException, Unfit {
        if (!text(file.readNBytes(START.length())).equals(START)) return false;
        var tail = tail(file);
        if (!tail.contains("startxref") && !tail.contains("%%EOF")) throw Unfit.damaged();
        return true;
    }

    /** At least the last {@link #TAIL} bytes, or all; what comes before them need not be read. */
    private static String tail(InputStream file) throws IOException {
        for (var more = file.available(); more > TAIL && file.skip(more - TAIL) > 0;) more = file.available();
        var last = new byte[0];
        var before = last;
        for (var block = file.readNBytes(TAIL); block.length > 0; block = file.readNBytes(TAIL)) {
            before = last;
            last = block;
        }
        return text(before) + text(last);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }
}
