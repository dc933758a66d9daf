package profiles.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An internet address, of version 4 or 6. */
public record IpAddress(InetAddress inet) {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)", SIX = "[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*",
        PORT = "(?::\\d{1,5})?";
    private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}"), V6 = Pattern.compile(SIX);
    private static final Pattern WRITTEN = Pattern.compile("([0-9.]+)" + PORT + "|(" + SIX + ")(?:%.*)?|\\[(" + SIX + ")(?:%[^\\]]*)?\\]"
        + PORT);
    private static final int NETWORK_BYTES = 8;

    /** Of someone who left before we could ask. */
    public static final IpAddress UNKNOWN = parse("0.0.0.0");

    /**
     * Reads an address as servers and proxies write it: it may have brackets, a zone and a port.
     *
     * @return null when it is none
     */
    public static IpAddress parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) return null;
        return plain(Stream.of(1, 2, 3).map(written::group).filter(Objects::nonNull).findFirst().orElseThrow());
    }

    /**
     * Reads an address, and nothing else. A name is none: nothing is ever looked up.
     *
     * @return null when it is none
     */
    static IpAddress plain(String text) {
        if (V4.matcher(text).matches()) return literal(text);
        return V6.matcher(text).matches() ? literal("[" + text + "]") : null;
    }

    /** As people write it; version 6 by RFC 5952: the longest run of zeros is left out. */
    public String text() {
        var text = inet.getHostAddress().replaceFirst("%.*", "");
        if (!(inet instanceof Inet6Address)) return text;
        for (int zeros = 8; zeros > 1; zeros--) {
            var shorter = text.replaceFirst("(?:^|:)0(?::0){" + (zeros - 1) + "}(?:$|:)", "::");
            if (!shorter.equals(text)) return shorter;
        }
        return text;
    }

    /** Whether it is of this machine or of a network of one's own (RFC 1918, 4193, 6598), where proxies are and strangers are not. */
    public boolean isPrivate() {
        var bytes = inet.getAddress();
        var own = bytes.length == 4 ? (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64 : (bytes[0] & 0xfe) == 0xfc;
        return own || inet.isLoopbackAddress() || inet.isSiteLocalAddress() || inet.isLinkLocalAddress();
    }

    /** What one visitor has: the address of version 4, but of version 6 the whole /64, which every home gets. */
    public String network() {
        if (!(inet instanceof Inet6Address)) return text();
        return literal(Arrays.copyOf(Arrays.copyOf(inet.getAddress(), NETWORK_BYTES), 2 * NETWORK_BYTES)).text() + "/64";
    }

    private static IpAddress literal(String text) {
        try {
            return new IpAddress(InetAddress.getByName(text));
        } catch (UnknownHostException malformed) {
            return null;
        }
    }

    private static IpAddress literal(byte[] bytes) {
        try {
            return new IpAddress(InetAddress.getByAddress(bytes));
        } catch (UnknownHostException never) {
            throw new AssertionError(never);
        }
    }
}
