package profiles.web;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.Config;

/**
 * Where a request really comes from. Nothing else reads what proxies add to it, which anyone could write: it counts only from those that
 * TRUSTED_PROXIES names (ASVS 4.1.3 and 15.3.4).
 */
@Singleton
public final class ClientAddress {
    private static final List<String> FORWARDED = List.of("X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Forwarded", "Via");

    private final List<AddressBlock> proxies;

    @Inject
    ClientAddress(Config config) {
        this(config.trustedProxies());
    }

    ClientAddress(List<AddressBlock> proxies) {
        this.proxies = proxies;
    }

    /** The address of the one who asks, as far as it can be known. */
    public Address of(Context ctx) {
        return behind(nearest(ctx), forwarded(ctx, "X-Forwarded-For"));
    }

    /** Whether somebody on this machine asks for himself: a proxy beside us asks for others, and says so, trusted or not. */
    public boolean local(Context ctx) {
        return nearest(ctx).inet().isLoopbackAddress() && FORWARDED.stream().allMatch(header -> ctx.req().getHeader(header) == null);
    }

    /** The scheme by which the asker came: http or https. */
    String scheme(Context ctx) {
        if (proxies.isEmpty()) return ctx.scheme();
        var told = forwarded(ctx, "X-Forwarded-Proto");
        // Of several, the last is what the proxy beside us says.
        var last = told.isEmpty() ? "" : told.get(told.size() - 1).toLowerCase(Locale.ROOT);
        return trusted(nearest(ctx)) && last.matches("https?") ? last : ctx.scheme();
    }

    /** Each proxy adds whom it was asked by, so the list is read from its end, as long as a trusted one wrote it, and up to what is no address. */
    Address behind(Address nearest, List<String> hops) {
        var client = nearest;
        for (int i = hops.size() - 1; i >= 0 && trusted(client); i--) {
            var hop = Address.parse(hops.get(i));
            if (hop == null) break;
            client = hop;
        }
        return client;
    }

    private boolean trusted(Address address) {
        return proxies.stream().anyMatch(block -> block.contains(address));
    }

    private static Address nearest(Context ctx) {
        var address = ctx.ip() == null ? null : Address.parse(ctx.ip());
        return address == null ? Address.UNKNOWN : address;
    }

    /** A header that is there twice is one list (RFC 9110, 5.3). */
    private static List<String> forwarded(Context ctx, String header) {
        return Collections.list(ctx.req().getHeaders(header)).stream().flatMap(line -> Arrays.stream(line.split(","))).map(String::strip).toList();
    }
}
