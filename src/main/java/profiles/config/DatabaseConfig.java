package profiles.config;

import java.util.Properties;

/**
 * Where the database is.
 *
 * @param url      a JDBC URL, {@code jdbc:sqlite:FILE} or {@code jdbc:mariadb://HOST/NAME}
 * @param user     null when the URL says it, or none is needed
 * @param password null likewise
 */
public record DatabaseConfig(String url, String user, String password) {

    private static final String SQLITE = "jdbc:sqlite:", MARIADB = "jdbc:mariadb:", DEFAULT = SQLITE + "profiles.db";

    static DatabaseConfig read(Environment settings) {
        var url = settings.text("DATABASE_URL", DEFAULT);
        if (!url.startsWith(SQLITE) && !url.startsWith(MARIADB)) {
            settings.reject("DATABASE_URL", "\"" + withoutSecrets(url) + "\" begins with neither " + SQLITE + " nor " + MARIADB);
            url = DEFAULT;
        } else if (url.startsWith(SQLITE) && (url.length() == SQLITE.length() || url.contains(":memory:"))) {
            settings.reject("DATABASE_URL", "names no file");
        }
        return new DatabaseConfig(url, settings.secret("DATABASE_USER"), settings.secret("DATABASE_PASSWORD"));
    }

    public Properties login() {
        var login = new Properties();
        if (user != null) login.put("user", user);
        if (password != null) login.put("password", password);
        return login;
    }

    public boolean sqlite() {
        return url.startsWith(SQLITE);
    }

    /** The file of an SQLite database, as the URL names it. */
    public String file() {
        return url.substring(SQLITE.length()).replaceFirst("\\?.*", "").replaceFirst("^file:", "");
    }

    /** For messages: a URL may hold a password. */
    @Override
    public String toString() {
        return withoutSecrets(url);
    }

    private static String withoutSecrets(String url) {
        return url.replaceFirst("\\?.*", "").replaceFirst("//[^/@]*@", "//");
    }
}
