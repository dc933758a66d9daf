package profiles.config;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.file.InvalidPathException;
import java.time.Duration;

/**
 * The virus scanner: {@code CLAMD_URL}, {@code CLAMD_OPTIONAL} and {@code CLAMD_SECONDS}.
 *
 * @param url      {@code tcp://host:3310} or {@code unix:/run/clamav/clamd.ctl}; null for none
 * @param optional whether files are accepted that cannot be scanned
 * @param longest  time limit for a scan
 */
public record ClamdConfig(URI url, boolean optional, Duration longest) {
    private static final int PORT = 3310;

    static ClamdConfig read(Environment settings) {
        return new ClamdConfig(url(settings), settings.flag("CLAMD_OPTIONAL"),
            Duration.ofSeconds(settings.number("CLAMD_SECONDS", 30, 1, 600)));
    }

    public boolean isEnabled() {
        return url != null;
    }

    /** Looked up each time: a name may move to another machine. */
    public SocketAddress address() {
        return unix(url) ? UnixDomainSocketAddress.of(url.getPath())
            : new InetSocketAddress(url.getHost(), url.getPort() == -1 ? PORT : url.getPort());
    }

    /** For messages. */
    @Override
    public String toString() {
        return "clamd at " + url;
    }

    private static URI url(Environment settings) {
        var text = settings.text("CLAMD_URL", "");
        if (text.isEmpty()) return null;
        try {
            var url = URI.create(text);
            if (unix(url) ? isPath(url) : isServer(url)) return url;
        } catch (IllegalArgumentException malformed) {
            // Told below.
        }
        settings.reject("CLAMD_URL", "\"" + text + "\" is neither like tcp://host:3310 nor like unix:/run/clamav/clamd.ctl");
        return null;
    }

    private static boolean unix(URI url) {
        return "unix".equals(url.getScheme());
    }

    private static boolean isPath(URI url) throws InvalidPathException {
        return url.getPath() != null && UnixDomainSocketAddress.of(url.getPath()).getPath().isAbsolute() && url.getHost() == null;
    }

    private static boolean isServer(URI url) {
        return "tcp".equals(url.getScheme()) && url.getHost() != null && url.getPort() <= 65535 && url.getPort() != 0 && url.getPath()
            .matches("/?")
            && url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
    }
}
