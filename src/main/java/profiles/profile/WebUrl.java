package profiles.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import profiles.net.DomainName;

/** The addresses of web pages as people type them, in the one form in which they are kept (RFC 3986, 6.2). */
final class WebUrl {
    /** What stands before the colon of {@code www.example.org:8080} is no scheme. */
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(?!\\d)");
    private static final Pattern WEB = Pattern.compile("(?i)(https?)://([^/?#\\\\@:]+)(:\\d{1,5})?([/?#].*)?");
    private static final int LAST_PORT = 65_535;

    private WebUrl() {
    }

    /**
     * In ASCII, the scheme and the host in lower case; https where no scheme is typed. A name before the host ({@code
     * https://bank.com@evil.com}) is refused, since it deceives.
     *
     * @return null when this is not the address of a web page
     */
    static String of(String typed) {
        var schemeless = !SCHEME.matcher(typed).lookingAt();
        var parts = WEB.matcher(schemeless ? "https://" + typed : typed);
        if (!parts.matches() || schemeless && !parts.group(2).contains(".")) return null;
        var port = parts.group(3) == null ? "" : parts.group(3);
        var rest = parts.group(4) == null ? "/" : parts.group(4).startsWith("/") ? parts.group(4) : "/" + parts.group(4);
        return !port.isEmpty() && Integer.parseInt(port.substring(1)) > LAST_PORT ? null
            : ascii(parts.group(1).toLowerCase(Locale.ROOT) + "://", parts.group(2), port + rest);
    }

    private static String ascii(String scheme, String host, String rest) {
        var domain = DomainName.toAscii(host);
        if (domain == null) return null;
        try {
            var uri = new URI(scheme + domain + rest);
            return uri.getHost() == null ? null : uri.toASCIIString();
        } catch (URISyntaxException wrong) {
            return null;
        }
    }
}
