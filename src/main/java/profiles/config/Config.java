package profiles.config;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import profiles.net.CidrBlock;

/**
 * The settings of one run, read once.
 *
 * @param host           the address to listen on
 * @param port           the TCP port; 0 takes a free one
 * @param stopSeconds    how long requests under way may take when the service ends, in seconds
 * @param baseUrl        where visitors see the service, without a slash at the end; null: as each request says
 * @param database       the database, see {@link DatabaseConfig}
 * @param media          the documents, see {@link MediaConfig}
 * @param mail           how mail leaves the service, see {@link MailConfig}
 * @param watch          the log and the figures, see {@link MonitoringConfig}
 * @param trustedProxies whose word counts of whom they were asked by, see {@link profiles.web.ClientAddress}
 * @param corsOrigins    other origins whose pages may speak for their visitors, see {@link profiles.web.security.Cors}
 * @param throttle       whether passwords and the like may be tried only so often; off for benchmarks and load tests
 * @param development    templates are compiled again when they change
 */
public record Config(String host, int port, int stopSeconds, String baseUrl, DatabaseConfig database, MediaConfig media, MailConfig mail,
    MonitoringConfig watch,
                     List<CidrBlock> trustedProxies, Set<String> corsOrigins, boolean throttle, boolean development) {

    /** Reads every setting; what is wrong is told to {@code settings}, and stands here as its default. */
    public static Config read(Environment settings) {
        var baseUrl = baseUrl(settings);
        return new Config(
            settings.text("HOST", "127.0.0.1"),
            settings.number("PORT", 8080, 0, 65535),
            settings.number("STOP_SECONDS", 10, 0, 3600),
            baseUrl,
            DatabaseConfig.read(settings),
            MediaConfig.read(settings),
            MailConfig.read(settings, baseUrl),
            MonitoringConfig.read(settings),
            trustedProxies(settings),
            CorsOrigins.read(settings),
            settings.isOn("THROTTLE"),
            settings.flag("PROFILES_DEV"));
    }

    private static List<CidrBlock> trustedProxies(Environment settings) {
        var blocks = new ArrayList<CidrBlock>();
        for (var text : Arrays.stream(settings.text("TRUSTED_PROXIES", "").split(",")).map(String::strip).filter(each -> !each.isEmpty())
            .toList()) {
            var block = CidrBlock.parse(text);
            if (block == null) settings.reject("TRUSTED_PROXIES", "\"" + text + "\" is not an address, or a block of them like 10.0.0.0/8");
            else blocks.add(block);
        }
        return blocks;
    }

    /** What links in mail begin with, without a slash at the end: never what a request says of itself (ASVS 1.2.2; CWE-640). */
    public String linkBase() {
        return baseUrl != null ? baseUrl : "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }

    private static String baseUrl(Environment settings) {
        var text = settings.text("BASE_URL", "");
        if (text.isEmpty()) return null;
        if (isOrigin(text)) return text.replaceFirst("/$", "");
        settings.reject("BASE_URL", "\"" + text + "\" is not an address like https://profiles.example.org");
        return null;
    }

    private static boolean isOrigin(String text) {
        try {
            var url = URI.create(text);
            return url.getHost() != null && url.getScheme() != null && url.getScheme().matches("https?") && url.getPath().matches("/?")
                && url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
