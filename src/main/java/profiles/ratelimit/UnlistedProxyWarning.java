package profiles.ratelimit;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.net.IpAddress;
import profiles.web.ClientAddress;

/**
 * Warns of a proxy that TRUSTED_PROXIES does not name. All its clients count as one address then, so that one who guesses locks out all.
 */
final class UnlistedProxyWarning {
    private static final Logger LOG = LoggerFactory.getLogger(UnlistedProxyWarning.class);
    /** One person has an account or two. */
    private static final int ACCOUNTS = 3;
    private static final int MAX_PROXIES = 100;
    private static final Duration PAUSE = Duration.ofHours(1);

    private final ClientAddress client;
    private final Clock clock;
    private final Map<IpAddress, Set<String>> accounts = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<IpAddress, Set<String>> first) {
            return size() > MAX_PROXIES;
        }
    };
    private Instant quietUntil = Instant.MIN;

    UnlistedProxyWarning(ClientAddress client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    void watch(Context ctx, String account) {
        var proxy = client.unlistedProxy(ctx);
        if (proxy != null && isNews(proxy, account))
            LOG.warn("Several accounts are used from {}, with X-Forwarded-For, which does not count: "
            + "TRUSTED_PROXIES does not name this address. If it is your web server, set TRUSTED_PROXIES={}; until then all visitors "
            + "share the "
            + "limits of one.", proxy.text(), proxy.text());
    }

    private synchronized boolean isNews(IpAddress proxy, String account) {
        var now = clock.instant();
        if (now.isBefore(quietUntil)) return false;
        var seen = accounts.computeIfAbsent(proxy, first -> new HashSet<>());
        seen.add(account);
        if (seen.size() < ACCOUNTS) return false;
        accounts.clear();
        quietUntil = now.plus(PAUSE);
        return true;
    }
}
