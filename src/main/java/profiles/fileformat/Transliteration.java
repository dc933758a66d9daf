package profiles.fileformat;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** File names in ASCII that people can still read, for old programs. */
public final class Transliteration {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Map<Integer, String> LETTERS = new HashMap<>();

    static {
        add("ß ss æ ae œ oe ø o đ d ð d þ th ł l ħ h ı i ĸ k ŋ ng ŧ t ə e ƒ f ‘ ' ’ ' ‚ , “ ' ” ' „ ' ‐ - ‑ - ‒ -"
            + " – - — - − - · . € EUR № No");
        // Russian, Ukrainian, Belarusian, Bulgarian, Serbian, Macedonian, as passports write them (ICAO 9303-3), and Kazakh.
        add("а a б b в v г g ґ g д d е e ё e ж zh з z и i і i ї i й i к k л l м m н n о o п p р r с s т t у u ў u ф f х kh "
            + "ц ts ч ch ш sh щ shch ъ ' ы y ь ' э e ю iu я ia є ie ђ dj ј j љ lj њ nj ћ c џ dz ѕ dz ә a ғ gh қ q ң ng ө o ұ u ү u һ h");
        // Greek (ISO 843).
        add("α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o");
    }

    private Transliteration() {
    }

    private static void add(String pairs) {
        var words = pairs.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            LETTERS.put(words[i].codePointAt(0), words[i + 1]);
            var upper = words[i].toUpperCase(Locale.ROOT);
            if (upper.codePointCount(0, upper.length()) == 1 && !upper.equals(words[i]))
                LETTERS.put(upper.codePointAt(0), words[i + 1].substring(0, 1).toUpperCase(Locale.ROOT) + words[i + 1].substring(1));
        }
        LETTERS.put((int) 'ẞ', "SS");
    }

    /**
     * @param fallback without an ending, for a name of which no letter and no digit is left
     * @return in printable ASCII, without what must be quoted in a header
     */
    public static String fileName(String name, String fallback) {
        var extension = FileName.extension(name);
        var stem = ascii(name.substring(0, name.length() - extension.length()));
        return (stem.matches(".*[A-Za-z0-9].*") ? stem : ascii(fallback)) + ascii(extension);
    }

    private static String ascii(String text) {
        // й and ї are letters of their own, with names of their own: they come before their marks go.
        var known = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints()
            .forEach(message -> known.append(LETTERS.getOrDefault(message, Character.toString(message))));
        var plain = new StringBuilder();
        MARKS.matcher(Normalizer.normalize(known, Normalizer.Form.NFKD)).replaceAll("").codePoints()
            .forEach(message -> plain.append(LETTERS.getOrDefault(message, message < 128 ? Character.toString(message) : "")));
        var safe = plain.toString().replaceAll("[^ -~]", "").replaceAll("[\"\\\\%/]", "_");
        return text.equals(safe) ? text : safe.replaceAll("_{2,}", "_").replaceAll("^[_ .-]+|[_ ]+$", "");
    }
}
