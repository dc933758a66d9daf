package profiles.account;

import io.javalin.http.Context;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import profiles.net.IpAddress;
import profiles.web.TextRules;

/**
 * The device of a session, as it names itself.
 *
 * @param userAgent the header, in ASCII and cut to the column's length; "" for none
 * @param address   an IP address
 */
public record Device(String userAgent, String address) {
    static final int MOST = 255, MAX_ADDRESS = 64;
    private static final Pattern PRODUCT = Pattern.compile("[\\w.-]{1,40}");
    /** In this order, since most browsers also claim to be others. */
    private static final String[][] BROWSERS = {{"Edg", "Edge"}, {"OPR/", "Opera"}, {"SamsungBrowser/", "Samsung Internet"},
        {"Firefox/", "Firefox"}, {"FxiOS/", "Firefox"}, {"Chrome/", "Chrome"}, {"CriOS/", "Chrome"}, {"Safari/", "Safari"}};
    private static final String[][] SYSTEMS = {{"Android", "Android"}, {"iPhone", "iPhone"}, {"iPad", "iPad"}, {"Windows", "Windows"},
        {"Mac OS X", "Mac"}, {"CrOS", "ChromeOS"}, {"Linux", "Linux"}};

    public static Device of(Context ctx, IpAddress address) {
        var agent = ctx.userAgent() == null ? "" : ctx.userAgent();
        return new Device(TextRules.cut(agent.replaceAll("[^ -~]", "?"), MOST), address.text());
    }

    /** Such as "Firefox on Linux"; for a program, its name. */
    public static String name(String userAgent) {
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser == null) return product(userAgent);
        return system == null ? browser : browser + " on " + system;
    }

    /** The header begins with a product's name (RFC 9110, 10.1.5). */
    private static String product(String userAgent) {
        var name = PRODUCT.matcher(userAgent);
        return name.lookingAt() ? name.group() : "Unknown device";
    }

    private static String first(String[][] table, String userAgent) {
        return Stream.of(table).filter(row -> userAgent.contains(row[0])).map(row -> row[1]).findFirst().orElse(null);
    }
}
