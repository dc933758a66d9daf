package profiles.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import profiles.web.Errors;
import profiles.web.Text;

/**
 * How many tries someone needs who knows the account's names, the 30,000 most common passwords (ASVS 6.2.4), keyboards, dates and the
 * usual disguises.
 */
record Guess(double tries, boolean byName) {
    /** More than a throttled attacker gets done; whoever is after one account begins with its names, and gets further. */
    private static final double FEW = 1e6, FEW_WITH_A_NAME = 1e8;

    /** The search takes more than the square of the length: at 40 characters never more than a tenth of a second. */
    private static final int LOOKED_AT = 40;

    /** Shorter parts of names say nothing, and longer names are none. */
    private static final int SHORTEST_PART = 3, LONGEST_NAME = 254;

    /** Words that the place suggests (ASVS 6.1.2, 6.2.11). */
    private static final List<String> OF_THE_PLACE = List.of("profiles", "profile", "document", "certificate");

    private static final String BETWEEN = "[^\\p{L}\\p{N}]+";

    static Guess of(String password, List<String> ownNames) {
        var end = password.offsetByCodePoints(0, Math.min(LOOKED_AT, Text.length(password)));
        var strength = Dictionaries.ZXCVBN.measure(password.substring(0, end), words(ownNames));
        return new Guess(strength.getGuesses(), strength.getSequence().stream().anyMatch(part -> "user_inputs".equals(part.dictionaryName)
            && !OF_THE_PLACE.contains(part.matchedWord.toString())));
    }

    void judge(String field, Errors errors) {
        if (tries >= (byName ? FEW_WITH_A_NAME : FEW)) return;
        errors.on(field, byName ? "This is too close to your own name or e-mail address. Use a few words that have nothing to do with you."
            : "This is easy to guess. Use a few words that do not belong together.");
    }

    private static List<String> words(List<String> names) {
        return Stream.concat(OF_THE_PLACE.stream(), names.stream().filter(name -> name.length() <= LONGEST_NAME).flatMap(Guess::parts))
            .toList();
    }

    /** The name whole, run together and in parts: {@code john.smith} is also johnsmith, john and smith. */
    private static Stream<String> parts(String name) {
        var small = name.toLowerCase(Locale.ROOT);
        return Stream.concat(Stream.of(small, small.replaceAll(BETWEEN, "")), Stream.of(small.split(BETWEEN)))
            .filter(part -> part.length() >= SHORTEST_PART);
    }

    /** Read when the first password is judged: 4 MB of heap that most runs of the service need late or never. */
    private static final class Dictionaries {
        static final Zxcvbn ZXCVBN = load();

        private static Zxcvbn load() {
            try {
                return new ZxcvbnBuilder().dictionary(StandardDictionaries.PASSWORDS_LOADER.load())
                    .keyboard(StandardKeyboards.QWERTY_LOADER.load()).build();
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }
}
