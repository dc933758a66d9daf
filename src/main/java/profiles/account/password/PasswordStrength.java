package profiles.account.password;

import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import profiles.web.FormErrors;
import profiles.web.TextRules;

/**
 * An estimate of the number of guesses, for an attacker who knows the account's names, common passwords (ASVS 6.2.4), keyboards and dates.
 */
record PasswordStrength(double tries, boolean byName) {
    /** More than a throttled attacker gets done; whoever is after one account begins with its names, and gets further. */
    private static final double FEW = 1e6, FEW_WITH_A_NAME = 1e8;

    /** The search takes more than the square of the length: at 40 characters never more than a tenth of a second. */
    private static final int LOOKED_AT = 40;

    /** Shorter parts of names say nothing, and longer names are none. */
    private static final int SHORTEST_PART = 3, LONGEST_NAME = 254;

    /** Words that the place suggests (ASVS 6.1.2, 6.2.11). */
    private static final List<String> OF_THE_PLACE = List.of("profiles", "profile", "document", "certificate");

    private static final String BETWEEN = "[^\\p{L}\\p{N}]+";

    /** @param ofTheHost words in the address of the service, in small letters */
    static PasswordStrength of(String password, List<String> ownNames, List<String> ofTheHost) {
        var own = ownNames.stream().filter(name -> name.length() <= LONGEST_NAME).flatMap(PasswordStrength::parts).toList();
        var ofThePlace = Stream.concat(OF_THE_PLACE.stream(), ofTheHost.stream()).toList();
        if (PasswordPattern.isOneWord(password, own::contains)) return new PasswordStrength(0, true);
        if (PasswordPattern.isOneWord(password, word -> ofThePlace.contains(word) || CommonPasswords.contains(word)))
            return new PasswordStrength(0, false);
        return PasswordPattern.hasFewPieces(password) ? new PasswordStrength(0, false) : estimate(password, own, ofThePlace);
    }

    private static PasswordStrength estimate(String password, List<String> own, List<String> ofThePlace) {
        var end = password.offsetByCodePoints(0, Math.min(LOOKED_AT, TextRules.length(password)));
        var strength = Dictionaries.ZXCVBN.measure(password.substring(0, end), Stream.concat(ofThePlace.stream(), own.stream()).toList());
        return new PasswordStrength(strength.getGuesses(), strength.getSequence().stream()
            .anyMatch(part -> "user_inputs".equals(part.dictionaryName)
            && !ofThePlace.contains(part.matchedWord.toString())));
    }

    void validate(String field, FormErrors errors) {
        if (tries >= (byName ? FEW_WITH_A_NAME : FEW)) return;
        errors.add(field, byName ? "This is too close to your own name or e-mail address. Use a few words that have nothing to do with you."
            : "This is easy to guess. Use a few words that do not belong together.");
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
