package profiles.storage;

import java.util.Arrays;
import java.util.List;

/** The names of our files in a store that other programs may use, too: all have one prefix. */
final class KeyPrefix {
    private final String prefix;

    /** @param prefix without slashes at its ends; "" for none */
    KeyPrefix(String prefix) {
        this.prefix = prefix.isEmpty() ? "" : prefix + "/";
    }

    /** @throws IllegalArgumentException for what is no key */
    String name(String key) {
        return prefix + checked(key);
    }

    /** A key comes from the database, and still must not lead out of the place. */
    static String checked(String key) {
        if (Arrays.stream(key.split("/", -1)).anyMatch(List.of("", ".", "..")::contains))
            throw new IllegalArgumentException("not a key: " + key);
        return key;
    }

    /** What the names of a folder's files begin with. */
    String folder(String folder) {
        return name(folder) + "/";
    }

    /** @param name one that begins with the prefix */
    String key(String name) {
        return name.substring(prefix.length());
    }
}
