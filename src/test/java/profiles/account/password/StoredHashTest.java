package profiles.account.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import profiles.account.DjangoStrings;

class StoredHashTest {
    static final Iterable<String> GOOD = DjangoStrings.GOOD.keySet(), REFUSED = DjangoStrings.REFUSED.keySet();

    @ParameterizedTest @FieldSource("GOOD") void every_string_of_django_knows_its_password_and_no_other(String which) {
        var stored = StoredHash.read(DjangoStrings.GOOD.get(which));

        assertTrue(stored.matches(DjangoStrings.PASSWORD));
        assertFalse(stored.matches(DjangoStrings.PASSWORD + " "));
        assertFalse(stored.current());
    }

    @ParameterizedTest @FieldSource("REFUSED") void fast_unsalted_unusable_and_damaged_ones_are_not_taken(String which) {
        assertNull(StoredHash.read(DjangoStrings.REFUSED.get(which)));
    }

    // ASVS 11.4.2
    @Test void what_is_written_is_argon2id_with_a_new_salt_and_is_up_to_date() {
        var first = StoredHash.write("correct horse");
        var second = StoredHash.write("correct horse");

        assertNotEquals(first, second);
        assertTrue(StoredHash.read(first).matches("correct horse"));
        assertFalse(StoredHash.read(first).matches("Correct horse"));
        assertTrue(StoredHash.read(first).current());
        assertTrue(first.length() <= 128, "it fits Django's column");
    }

    @Test void other_parameters_of_our_own_kind_are_out_of_date() {
        for (var parameters : new String[] {"id$v=19$m=19456,t=3,p=1", "id$v=19$m=19455,t=2,p=1", "id$v=19$m=19456,t=2,p=2",
            "id$v=16$m=19456,t=2,p=1", "i$v=19$m=19456,t=2,p=1"})
            assertFalse(StoredHash.read("argon2$argon2" + parameters + "$c2l4dGVlbiBieXRlcyBvaw$" + "A".repeat(43)).current(), parameters);
        assertFalse(StoredHash.read("argon2$argon2id$v=19$m=19456,t=2,p=1$c2FsdDQ1Njc$" + "A".repeat(43)).current(), "a short salt");
        assertFalse(StoredHash.read("argon2$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$" + "A".repeat(22)).current(),
            "a short hash");
    }

    // ASVS 6.2.8. Made as in DjangoStrings, of "" and of 2,100 times the same letter.
    @Test void a_password_counts_from_its_first_to_its_last_letter() {
        var none = StoredHash.read("pbkdf2_sha256$1000$7l65t3AfMohpt2kW5OpxVH$ZrXZklBkTRryXgIxUYremiqWI3W5hbQssL9pKlOKPQM=");
        var ofLong = StoredHash.read("pbkdf2_sha256$1000$7BsH2gJEZLWfaUEpMXtbj7$58O0n3e34R2kecswj2hKSgfroopxKElh7CwEX18UPPQ=");
        var withNul = StoredHash.read("pbkdf2_sha256$1000$JbTJfrzD95vfrsbFP6eIwc$HaD/vKjZ8PDg0Je3lW5P5xmF0WTOHljaHMpqeBwudYs=");

        assertTrue(none.matches(""));
        assertTrue(ofLong.matches("\u0436".repeat(2100)));
        assertFalse(ofLong.matches("\u0436".repeat(2099)));
        assertTrue(withNul.matches("correct\0horse"));
        assertFalse(withNul.matches("correct"));
    }

    @Test void plain_bcrypt_takes_72_bytes_as_it_does_in_django() {
        var stored = StoredHash.read("bcrypt$$2b$04$abcdefghijklmnopqrstuubzadhGtS2zEF.gu0yd0opP6cVzb.e0i"); // of 100 times x

        assertTrue(stored.matches("x".repeat(100)));
        assertTrue(stored.matches("x".repeat(72)));
        assertFalse(stored.matches("x".repeat(71)));
    }

    @ParameterizedTest @ValueSource(strings = {
        "argon2$argon2id$v=19$m=9999999,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=99999999999,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=19456,t=9999,p=1$c2l4dGVlbiBieXRlcyBvaw$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=64,t=2,p=255$c2l4dGVlbiBieXRlcyBvaw$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=0,t=0,p=0$c2l4dGVlbiBieXRlcyBvaw$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=19456,t=2,p=1$c2l4$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBva$l4cXUdwNgVPO/9TDXMbROw",
        "argon2$argon2id$v=19$m=19456,t=2,p=1$c2l4dGVlbiBieXRlcyBvaw$AAAA",
        "pbkdf2_sha256$99999999$9gbqlTxhE7D42tqM1REM4c$5//Ue22InAZqOTs9iF18PWBDxZWIjvefxPI4jxhud+g=",
        "pbkdf2_sha256$0$9gbqlTxhE7D42tqM1REM4c$5//Ue22InAZqOTs9iF18PWBDxZWIjvefxPI4jxhud+g=",
        "bcrypt$$2b$31$Ad0n6n2VlL93DZ0xk6l9du3ZFLighrnPQDChRlaeu8m4N9/QU8/Hu",
        "bcrypt$$2b$03$Ad0n6n2VlL93DZ0xk6l9du3ZFLighrnPQDChRlaeu8m4N9/QU8/Hu",
        "scrypt$1048576$salt$8$1$09g8+oQLNjtOVZV4jCzTcKaTnk+IVAVKN90gRjS5Pnbb3UzRKtDK9m1v4JtXYXHvxTSifhajqULkglKAeabvdQ==",
        "scrypt$16383$salt$8$1$09g8+oQLNjtOVZV4jCzTcKaTnk+IVAVKN90gRjS5Pnbb3UzRKtDK9m1v4JtXYXHvxTSifhajqULkglKAeabvdQ==",
        "scrypt$65536$salt$1$1$09g8+oQLNjtOVZV4jCzTcKaTnk+IVAVKN90gRjS5Pnbb3UzRKtDK9m1v4JtXYXHvxTSifhajqULkglKAeabvdQ=="})
    void no_row_can_ask_for_more_time_or_memory_than_a_login_is_worth(String encoded) {
        assertNull(StoredHash.read(encoded));
    }

    @Test void every_hash_says_what_it_takes_of_the_heap() {
        assertTrue(StoredHash.read(DjangoStrings.ARGON2_100_MIB).kibibytes() >= 102_400);
        assertTrue(StoredHash.read(DjangoStrings.GOOD.get("scrypt")).kibibytes() >= 16_384);
        assertTrue(StoredHash.read(DjangoStrings.PBKDF2).kibibytes() < 100);
        assertEquals(StoredHash.NOBODY.kibibytes(), StoredHash.read(StoredHash.write("x")).kibibytes());
    }

    @Test void nobody_has_a_password() {
        assertNotNull(StoredHash.NOBODY);
        assertFalse(StoredHash.NOBODY.matches(""));
        assertFalse(StoredHash.NOBODY.matches("correct horse"));
    }
}
