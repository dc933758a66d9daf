package profiles.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.config.Config;
import profiles.net.CidrBlock;
import profiles.net.IpAddress;

/**
 * The client's address. Only this class reads the headers of proxies, which anyone could forge: they count only from proxies that
 * TRUSTED_PROXIES names (ASVS 4.1.3 and 15.3.4).
 */
@Singleton
public final class ClientAddress {
    private static final List<String> FORWARDED = List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP",
        "Forwarded", "Via");

    private final List<CidrBlock> proxies;

    @Inject
    public ClientAddress(Config config) {
        this(config.trustedProxies());
    }

    public ClientAddress(List<CidrBlock> proxies) {
        this.proxies = proxies;
    }

    public IpAddress of(Context ctx) {
        return behind(nearest(ctx), forwarded(ctx, "X-Forwarded-For"));
    }

    /**
     * Whether the client itself is on this machine. A proxy on this machine forwards requests of others and says so in a header, trusted or
     * not.
     */
    public boolean isLocal(Context ctx) {
        return nearest(ctx).inet().isLoopbackAddress() && FORWARDED.stream().allMatch(header -> ctx.req().getHeader(header) == null);
    }

    /**
     * @return whoever forwards requests from a private address or this machine, but is not trusted to say for whom; null when nobody does
     */
    public IpAddress unlistedProxy(Context ctx) {
        var nearest = nearest(ctx);
        return nearest.isPrivate() && !isTrusted(nearest) && ctx.header("X-Forwarded-For") != null ? nearest : null;
    }

    /** The scheme by which the asker came: http or https. */
    String scheme(Context ctx) {
        if (proxies.isEmpty()) return ctx.scheme();
        var told = forwarded(ctx, "X-Forwarded-Proto");
        // Of several, the last is what the proxy beside us says.
        var last = told.isEmpty() ? "" : told.get(told.size() - 1).toLowerCase(Locale.ROOT);
        return isTrusted(nearest(ctx)) && last.matches("https?") ? last : ctx.scheme();
    }

    /**
     * Each proxy adds whom it was asked by, so the list is read from its end, as long as a trusted one wrote it, and up to what is no
     * address.
     */
    public IpAddress behind(IpAddress nearest, List<String> hops) {
        var client = nearest;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
            var hop = IpAddress.parse(hops.get(i));
            if (hop == null) break;
            client = hop;
        }
        return client;
    }

    private boolean isTrusted(IpAddress address) {
        return proxies.stream().anyMatch(block -> block.contains(address));
    }

    private static IpAddress nearest(Context ctx) {
        var address = ctx.ip() == null ? null : IpAddress.parse(ctx.ip());
        return address == null ? IpAddress.UNKNOWN : address;
    }

    /** A header that is there twice is one list (RFC 9110, 5.3). */
    private static List<String> forwarded(Context ctx, String header) {
        return Collections.list(ctx.req().getHeaders(header)).stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip)
            .toList();
    }
}
