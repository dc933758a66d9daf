package profiles.directory;

import java.util.Collection;

/**
 * A person's words in 63 bits, a Bloom filter over their beginnings: where the bits of what is looked for are not all there, neither is the
 * word. Where they are, the words themselves tell.
 */
final class SearchBloomFilter {
    private static final int BITS = 63;
    /** In code points: longer beginnings would fill the bits and tell little more. */
    private static final int LONGEST = 3;

    private SearchBloomFilter() {
    }

    static long of(Collection<String> words) {
        return words.stream().mapToLong(SearchBloomFilter::of).reduce(0, (one, other) -> one | other);
    }

    /** Of a word, of the beginning of one, or of a whole mark. */
    static long of(String word) {
        if (SearchEntry.isMark(word)) return bit(word);
        var bits = 0L;
        for (int length = 1; length <= LONGEST && length <= word.codePointCount(0, word.length()); length++)
            bits |= bit(word.substring(0, word.offsetByCodePoints(0, length)));
        return bits;
    }

    private static long bit(String text) {
        return 1L << Integer.remainderUnsigned(text.hashCode() * 0x9E3779B9, BITS);
    }
}
