package profiles.media;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys of stored files, such as {@code cvs/mycv.pdf}, as other programs write them into the database. */
public final class MediaKey {
    /** What file systems take for one name, in bytes. */
    private static final int NAME = 255;

    private MediaKey() {
    }

    /** @return the key of {@code /cvs//mycv.pdf} or {@code ./cvs/mycv.pdf}, which Django serves as the same; "" for what is no key */
    public static String normalized(String text) {
        if (isNormal(text)) return text;
        var parts = Stream.of(text.split("/")).filter(part -> !part.isEmpty() && !part.equals(".")).toList();
        var isKey = parts.stream().allMatch(part -> !part.equals("..") && part.indexOf('\0') < 0
            && part.getBytes(StandardCharsets.UTF_8).length <= NAME);
        return isKey ? String.join("/", parts) : "";
    }

    /** The usual case, which is asked for with each profile. */
    private static boolean isNormal(String text) {
        return text.length() < NAME / 3 && text.indexOf('\0') < 0 && !text.startsWith("/") && !text.startsWith(".") && !text.endsWith("/")
            && !text.contains("//") && !text.contains("/.");
    }

    /** These keys in the spellings that other programs are known to write. */
    public static Collection<String> spellings(Collection<String> keys) {
        return keys.stream().flatMap(key -> Stream.of(key, "/" + key, "./" + key, key.replace("/", "//"))).collect(Collectors.toSet());
    }
}
