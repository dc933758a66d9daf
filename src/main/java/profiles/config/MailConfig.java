package profiles.config;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import profiles.net.MailAddress;

/**
 * How mail leaves the service: {@code MAIL_URL} and {@code MAIL_FROM}.
 *
 * @param scheme   {@code log}: into the log; {@code smtp}: with STARTTLS where the server offers it, with any certificate; where there is a
 *                 password, never without, and the certificate is verified; {@code smtps}: over TLS from the first byte
 * @param host     null for the log
 * @param user     null when the server wants none
 * @param password null likewise
 * @param from     the sender, such as {@code Profiles <noreply@example.org>}
 */
public record MailConfig(String scheme, String host, int port, String user, String password, String from) {

    private static final String LOG = "log";
    private static final Map<String, Integer> PORTS = Map.of("smtp", 587, "smtps", 465);

    /** @param baseUrl null when it is not set */
    static MailConfig read(Environment settings, String baseUrl) {
        var url = server(settings.text("MAIL_URL", LOG + ":"), settings);
        var from = from(settings, baseUrl);
        if (url == null) return new MailConfig(LOG, null, 0, null, null, from);
        var login = url.getRawUserInfo() == null ? new String[2] : url.getRawUserInfo().split(":", 2);
        var port = url.getPort() == -1 ? PORTS.get(url.getScheme()) : url.getPort();
        return new MailConfig(url.getScheme(), url.getHost(), port, decoded(login[0]), decoded(login[1]), from);
    }

    public boolean toLog() {
        return scheme.equals(LOG);
    }

    @Override
    public String toString() {
        return toLog() ? LOG + ":" : scheme + "://" + host + ":" + port;
    }

    /** @return null for the log */
    private static URI server(String text, Environment settings) {
        if (text.equals(LOG + ":")) return null;
        try {
            var url = URI.create(text);
            if (isServer(url)) return url;
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        // The text itself is not repeated: it may hold a password.
        settings.reject("MAIL_URL", "is neither " + LOG + ": nor like smtp://user:password@host:587 or smtps://user:password@host:465 "
            + "(write what is special in the password as %XX)");
        return null;
    }

    private static boolean isServer(URI url) {
        return url.getScheme() != null && PORTS.containsKey(url.getScheme()) && url.getHost() != null && url.getPort() <= 65535
            && (url.getRawUserInfo() == null || url.getRawUserInfo().contains(":"))
            && url.getPath().matches("/?") && url.getQuery() == null && url.getFragment() == null;
    }

    private static String from(Environment settings, String baseUrl) {
        var defaultValue = "Profiles <noreply@" + (baseUrl == null ? "localhost" : URI.create(baseUrl).getHost()) + ">";
        var text = settings.text("MAIL_FROM", defaultValue);
        try {
            var address = new InternetAddress(text, true);
            address.validate();
            if (MailAddress.ascii(address.getAddress()) != null) return text;
            throw new AddressException("no mail server can have this name");
        } catch (AddressException wrong) {
            settings.reject("MAIL_FROM", "\"" + text + "\" is not a sender like Profiles <noreply@example.org>");
            return defaultValue;
        }
    }

    private static String decoded(String part) {
        return part == null ? null : URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
