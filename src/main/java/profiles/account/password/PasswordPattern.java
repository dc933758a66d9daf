package profiles.account.password;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The usual ways to make a password of a common word, which satisfy every rule about kinds of characters and are the first that attackers
 * try: {@code Admin@123}, {@code P@ssw0rd2023!}, {@code zaq1@WSX}.
 */
final class PasswordPattern {
    /** So many pieces (a run of keys, a year, a single character) beside a word, or without one, are soon tried. */
    private static final int MAX_PIECES = 4;
    /** Longer passwords follow no such pattern as a whole. */
    private static final int MAX_LENGTH = 40;
    private static final int MIN_RUN = 3;

    private static final String SHIFTED = "!@#$%^&*()_+{}|:\"<>?~", KEYS = "1234567890-=[]\\;',./`";
    private static final List<String> ROWS = Stream.of("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop[]", "asdfghjkl;'",
        "zxcvbnm,./",
            "qwertzuiop", "yxcvbnm", "azertyuiop", "qsdfghjklm", "wxcvbn", "1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "147",
            "258", "369")
        .flatMap(row -> Stream.of(row, new StringBuilder(row).reverse().toString())).toList();
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

    private static final String DISGUISED = "0134578@$!|+", PLAIN_I = "oieastbasiit", PLAIN_L = "oleastbasllt";

    private PasswordPattern() {
    }

    /** Whether there is nothing in it but runs of keys, repetitions, years and a few other characters. */
    static boolean hasFewPieces(String password) {
        return pieces(password.toLowerCase(Locale.ROOT)) <= MAX_PIECES;
    }

    /** Whether it is one such word, perhaps disguised, with a few predictable characters around it. */
    static boolean isOneWord(String password, Predicate<String> isWord) {
        var small = password.toLowerCase(Locale.ROOT);
        return small.length() <= MAX_LENGTH && (isWord.test(unshifted(small)) || isWordWithPieces(small, isWord));
    }

    /** Letters all stand inside the word; what stands around it may also be a letter in disguise, so each split is tried. */
    private static boolean isWordWithPieces(String small, Predicate<String> isWord) {
        var templates = small.chars().map(c -> Character.isLetter(c) ? 1 : 0).toArray();
        int first = 0, last = templates.length - 1;
        while (first <= last && templates[first] == 0) first++;
        while (last >= first && templates[last] == 0) last--;
        if (first > last) return false;
        for (int from = 0; from <= first; from++) for (int to = last + 1; to <= small.length(); to++) {
            var around = pieces(small.substring(0, from)) + pieces(small.substring(to));
            if (around <= MAX_PIECES && isWordInDisguise(small.substring(from, to), isWord)) return true;
        }
        return false;
    }

    private static boolean isWordInDisguise(String text, Predicate<String> isWord) {
        return Stream.of(text, plain(text, PLAIN_I), plain(text, PLAIN_L)).map(PasswordPattern::once)
            .anyMatch(word -> isWord.test(word) || isWord.test(new StringBuilder(word).reverse().toString()));
    }

    /** A word that is there twice is no better. */
    private static String once(String text) {
        var half = text.substring(0, text.length() / 2);
        return text.equals(half + half) ? half : text;
    }

    private static int pieces(String text) {
        var keys = unshifted(text);
        int pieces = 0;
        for (int at = 0; at < keys.length(); at += piece(keys, at)) pieces++;
        return pieces;
    }

    /** @return the length of what stands there */
    private static int piece(String keys, int at) {
        if (YEAR.matcher(keys).region(at, keys.length()).lookingAt()) return 4;
        int same = 1, run = MIN_RUN;
        while (at + same < keys.length() && keys.charAt(at + same) == keys.charAt(at)) same++;
        while (at + run <= keys.length() && isRun(keys.substring(at, at + run))) run++;
        return Math.max(same, run > MIN_RUN ? run - 1 : 1);
    }

    private static boolean isRun(String keys) {
        return ROWS.stream().anyMatch(row -> row.contains(keys));
    }

    /** The keys that are pressed, whether with Shift or without. */
    private static String unshifted(String text) {
        return plain(text, SHIFTED, KEYS);
    }

    private static String plain(String text, String plain) {
        return plain(text, DISGUISED, plain);
    }

    private static String plain(String text, String from, String to) {
        var out = new StringBuilder(text);
        for (int i = 0; i < out.length(); i++) {
            int which = from.indexOf(out.charAt(i));
            if (which >= 0) out.setCharAt(i, to.charAt(which));
        }
        return out.toString();
    }
}
