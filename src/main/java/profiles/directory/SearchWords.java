package profiles.directory;

import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import profiles.web.TextRules;

/** Normalises words for the search, so that both databases find the same: without case and accents, in any script. */
final class SearchWords {
    /** In code points: what is longer differs by then. */
    static final int LONGEST = 40;

    private static final int MOST = 100;
    /**
     * Of Latin, Greek and Cyrillic letters, and the points of Hebrew and Arabic; the vowel signs of Indian scripts are letters to their
     * readers.
     */
    private static final Pattern ACCENTS = Pattern.compile(
        "[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\uFE20-\\uFE2F\\u0591-\\u05C7\\u064B-\\u065F\\u0670]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+|\\p{N}+"), APOSTROPHES = Pattern.compile("['\u2018\u2019\u02BC`]");
    /** Scripts that put no blanks between words: there every letter may begin one. */
    private static final Pattern UNSPACED = Pattern.compile(
        "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}\\p{IsKhmer}\\p{IsMyanmar}]");

    private SearchWords() {
    }

    /** In one form whatever was typed: {@code Łukasz} is {@code lukasz}, {@code STRAẞE} is {@code strasse}. */
    static String folded(String text) {
        var bare = ACCENTS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
        // Down, up and down again: ẞ meets ß, and then ß meets ss, and ı meets i.
        var folded = Normalizer.normalize(bare, Form.NFKC).toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return folded.replace('ς', 'σ').replace('ø', 'o').replace('ł', 'l').replace('đ', 'd').replace('ð', 'd').replace("þ", "th")
            .replace("æ", "ae").replace("œ", "oe");
    }

    /** What is asked for, each the beginning of a word. */
    static List<String> ofQuery(String text) {
        return split(folded(text)).stream().distinct().toList();
    }

    /**
     * All by whose beginnings a person with these texts is found; the first texts matter most, so that nobody hides his user name behind a
     * long name.
     */
    static Set<String> of(List<String> texts) {
        var words = new LinkedHashSet<String>();
        for (var text : texts) {
            var folded = folded(text);
            words.addAll(split(folded));
            words.addAll(split(APOSTROPHES.matcher(folded).replaceAll("")));
        }
        for (var word : List.copyOf(words)) if (UNSPACED.matcher(word).find()) addEnds(word, words);
        return words.stream().limit(MOST).collect(Collectors.toCollection(TreeSet::new));
    }

    /** By what names are put in order: O'Brien stands beside Obrien. "" for a text without any letter. */
    static String order(String text) {
        return TextRules.cut(String.join(" ", split(APOSTROPHES.matcher(folded(text)).replaceAll(""))), LONGEST);
    }

    /** Numbers are words of their own: smith7 and smith8 are both called smith. */
    private static List<String> split(String folded) {
        return WORD.matcher(folded).results().map(found -> TextRules.cut(found.group(), LONGEST)).toList();
    }

    private static void addEnds(String word, Set<String> to) {
        for (int i = 0; i < word.length(); i = word.offsetByCodePoints(i, 1)) to.add(word.substring(i));
    }
}
