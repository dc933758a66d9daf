package profiles.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import profiles.fileformat.FileFormat;
import profiles.fileformat.FileName;
import profiles.fileformat.RejectedFile;
import profiles.fileformat.UnsupportedFormat;
import profiles.web.EntityTag;
import profiles.web.Problem;

/** What holds for whatever strangers send: the fuzzer tries to break it, and {@link FoundInputsTest} replays what it tried. */
final class MediaPromises {

    private MediaPromises() {
    }

    static void names(byte[] bytes) {
        var name = FileName.clean(new String(bytes, UTF_8));

        assertEquals(name, FileName.clean(name), "a clean name is clean");
        assertFalse(name.matches("(?s).*[/\\\\\\p{Cc}\\p{Cs}\\p{Z}<>:\"|?*%\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C].*|\\..*|.*\\."),
            name);
        if (name.isEmpty()) return;
        for (var key : new String[] {FileName.key("certificates", name), FileName.randomKey("certificates", name)}) {
            assertTrue(key.codePointCount(0, key.length()) <= 100 && FileName.of(key).getBytes(UTF_8).length <= 255, key);
            assertTrue(key.startsWith("certificates/") && key.endsWith(FileName.extension(name)), key);
            assertTrue(name.startsWith(FileName.displayName(key)
                .substring(0, FileName.displayName(key).length() - FileName.extension(name).length())),
                key);
            assertEquals(key, new String(key.getBytes(UTF_8), UTF_8), "no half characters");
            assertTrue(MediaUrl.path(key).matches("[!-~]+"), key);
        }
    }

    static void ranges(byte[] bytes) {
        var size = bytes.length == 0 ? 0 : bytes[0] & 0xFF;
        try {
            var range = ByteRange.of(new String(bytes, UTF_8), size);
            if (range != null) assertTrue(range.from() >= 0 && range.length() > 0 && range.from() + range.length() <= size,
                range::toString);
        } catch (Problem beyond) {
            assertEquals("The file has " + size + " bytes.", beyond.getMessage());
        }
        EntityTag.contains(new String(bytes, UTF_8), "\"1-2-3\"", true);
    }

    /** Also of what Django stored, whose names were never cleaned. */
    static void dispositions(byte[] bytes) {
        var header = MediaHeaders.named(FileName.displayName("cvs/" + new String(bytes, UTF_8)), "cv");

        assertTrue(header.matches("; filename=\"[ !#-\\[\\]-~]*\"(; filename\\*=UTF-8''[A-Za-z0-9._%-]*)?"), header);
    }

    static void contents(byte[] bytes) throws IOException {
        for (var kind : FileFormat.values()) promise(() -> kind.matches(() -> new ByteArrayInputStream(bytes)));
        promise(() -> UnsupportedFormat.of(() -> new ByteArrayInputStream(bytes), "cv").rejection(List.of(FileFormat.PDF)));
    }

    private interface Look {
        Object run() throws IOException, RejectedFile;
    }

    private static void promise(Look look) throws IOException {
        try {
            assertNotNull(look.run());
        } catch (RejectedFile output) {
            assertFalse(output.getMessage().isEmpty());
        }
    }
}
