package profiles.account.password;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * Common passwords (ASVS 6.2.4), 115,000 of them of eight characters and more, and the words that people build theirs on. The list is Mark
 * Burnett's "10 million passwords", taken from OWASP SecLists; its licence stands beside it.
 */
final class CommonPasswords {
    private static final String LIST = "common-passwords.txt.gz";

    /** Sorted 64-bit hashes: 1.3 MB of heap, where strings in a set need 15. */
    private static final long[] HASHES = load();

    private CommonPasswords() {
    }

    /** @param text in small letters */
    static boolean contains(String text) {
        return Arrays.binarySearch(HASHES, hash(text)) >= 0;
    }

    private static long[] load() {
        try (var in = new GZIPInputStream(CommonPasswords.class.getResourceAsStream(LIST));
             var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().mapToLong(CommonPasswords::hash).sorted().toArray();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** FNV-1a, over characters. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        return hash;
    }
}
