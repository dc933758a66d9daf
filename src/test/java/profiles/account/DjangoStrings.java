package profiles.account;

import java.util.Map;
import java.util.TreeMap;

/**
 * Password columns as Django fills them. Made with Debian 12's python3-django 3.2.25, python3-argon2 21.1.0 and python3-bcrypt 3.2.2 by
 * {@code get_hasher(NAME).encode(PASSWORD, get_hasher(NAME).salt())}; other versions of Argon2 by
 * {@code argon2.low_level.hash_secret(PASSWORD, b'sixteen bytes ok', 3, 4096, 4, 32, TYPE, VERSION)}; scrypt by
 * {@code hashlib.scrypt(PASSWORD, salt=SALT, n=16384, r=8, p=P, dklen=64)}.
 */
public final class DjangoStrings {
    public static final String PASSWORD = "correct horse \u0436\u043b\u043e\u0431 \ud83d\udc0e"; // letters of two scripts, and a horse

    public static final String PBKDF2 = "pbkdf2_sha256$260000$9gbqlTxhE7D42tqM1REM4c$5//Ue22InAZqOTs9iF18PWBDxZWIjvefxPI4jxhud+g=";
    public static final String ARGON2_100_MIB =
        "argon2$argon2id$v=19$m=102400,t=2,p=8$ZGxvdmtXRTZnaXlMOHA4VnpzS29XTw$SzP08R29jOYZVvOX2nriFQ";

    /** All that verify, by what is special about each. */
    public static final Map<String, String> GOOD = new TreeMap<>(Map.ofEntries(
        Map.entry("PBKDF2", PBKDF2),
        Map.entry("PBKDF2 with a short salt and few iterations",
            "pbkdf2_sha256$1000$kV9mQ2xZr7Lc$mRI3hMO400DUU0DkWzVCBx0wws2VFUBmxqvdOM2mEqk="),
        Map.entry("PBKDF2 with SHA-1", "pbkdf2_sha1$260000$YFZJ6PP9RD2Vkxsybp5Tam$MdjhnQabDAxF9z0+8nEFee0QGsk="),
        Map.entry("Argon2id", ARGON2_100_MIB),
        Map.entry("Argon2id, other parameters",
            "argon2$argon2id$v=19$m=4096,t=3,p=4$c2l4dGVlbiBieXRlcyBvaw$nso9zcbI9AP3nydXX1s4hNWXfcrs0XNazMfeNtjOohc"),
        Map.entry("Argon2id, version 16",
            "argon2$argon2id$v=16$m=4096,t=3,p=4$c2l4dGVlbiBieXRlcyBvaw$Yyf/56elOtAljjlbPf/dLMXDhx2YPb5/r7CJ4RNSQhI"),
        Map.entry("Argon2i",
            "argon2$argon2i$v=19$m=4096,t=3,p=4$c2l4dGVlbiBieXRlcyBvaw$1IL+VuVgCKYpnobIaI+rxO2uyek6KPXVCQt2EmzNoKk"),
        Map.entry("Argon2i with 16 bytes", "argon2$argon2i$v=19$m=512,t=2,p=2$c2FsdDQ1Njc$l4cXUdwNgVPO/9TDXMbROw"),
        Map.entry("Argon2i before versions",
            "argon2$argon2i$m=4096,t=3,p=4$c2l4dGVlbiBieXRlcyBvaw$BqAwNcObH89cJMz8CYjb7zztxqut4PXzAing67tMs7Q"),
        Map.entry("bcrypt of SHA-256", "bcrypt_sha256$$2b$12$EgTXiAGvMSBEUNnpXIh9y.igadVWi7T1nLU2V2L06W21SeqPonQqG"),
        Map.entry("bcrypt", "bcrypt$$2b$12$Ad0n6n2VlL93DZ0xk6l9du3ZFLighrnPQDChRlaeu8m4N9/QU8/Hu"),
        Map.entry("bcrypt 2a", "bcrypt$$2a$04$abcdefghijklmnopqrstuuEj/yT6s2Pdi.9.jzTgeSdfSOv1WrlCO"),
        Map.entry("scrypt",
            "scrypt$16384$Zq3vW8nB5tYx1LmK9cRd7h$8$1$"
                + "09g8+oQLNjtOVZV4jCzTcKaTnk+IVAVKN90gRjS5Pnbb3UzRKtDK9m1v4JtXYXHvxTSifhajqULkglKAeabvdQ=="),
        Map.entry("scrypt of Django 5.1",
            "scrypt$16384$Zq3vW8nB5tYx1LmK9cRd7h$8$5$"
                + "9j6DHqSMwN5uSHJORYs2iLPoVb5g3Pv0wTUADvaSTMSQYMKbvwoU0GHZAJydbf7A6JwZ1L5VXwdstGZiY4yLyg==")));

    /** Of the right password, and yet refused: fast, without a salt, or nothing at all. */
    public static final Map<String, String> REFUSED = new TreeMap<>(Map.ofEntries(
        Map.entry("SHA-1", "sha1$QRqPCK3X8XzHpHYyKbDDfn$b4cf09ca6dcae7b3435faa51588f09ae68bdd8f6"),
        Map.entry("MD5", "md5$NHt5qL2RSbHgqFLQZsngC0$cebde1ee6410d2874f8bcead25c008d9"),
        Map.entry("MD5 without a salt", "a625a365f9093b2b51f48c60608afef3"),
        Map.entry("SHA-1 without a salt", "sha1$$f981bd6ad21473d474c0ec8b92e5f672005bde3f"),
        Map.entry("unusable", "!aWTbqmLsV6aL9VBcgdQCFJolX5RqAnKlTghh9Z03"),
        Map.entry("unusable, before a good one", "!" + PBKDF2),
        Map.entry("unknown", "whirlpool$1$salt$hash"),
        Map.entry("empty", ""),
        Map.entry("cut", PBKDF2.substring(0, 60)),
        Map.entry("without a salt", "pbkdf2_sha256$260000$$5//Ue22InAZqOTs9iF18PWBDxZWIjvefxPI4jxhud+g=")));

    private DjangoStrings() {
    }
}
