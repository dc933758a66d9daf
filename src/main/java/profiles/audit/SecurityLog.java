package profiles.audit;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import profiles.web.Authorization;
import profiles.web.ClientAddress;
import profiles.web.security.AccessControl;
import profiles.web.security.CsrfFilter;

/**
 * Security events that change no account and may come with each request (ASVS 16.3.2, 16.3.3). They are lines in the log {@code
 * profiles.audit}, not rows. Ten of each kind an hour are logged of a member or an address; then one line counts the others.
 */
@Singleton
public final class SecurityLog {
    private static final Logger LOG = LoggerFactory.getLogger("profiles.audit");
    static final int MAX_PER_HOUR = 10;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MAX_KEYS = 10_000;

    private final ClientAddress client;
    private final Clock clock;
    private final Map<String, Window> windows = new LinkedHashMap<>();

    @Inject
    SecurityLog(ClientAddress client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** After each request, whatever its answer. */
    public void logResponse(Context ctx) {
        var sent = Authorization.of(ctx);
        if (sent != null && sent.is("Basic") && AccessControl.current(ctx) != null) log(ctx, "SIGNED_IN_BY_BASIC");
        var event = event(ctx, sent);
        if (event != null) log(ctx, event);
    }

    /** @return null for none */
    private static String event(Context ctx, Authorization sent) {
        return switch (ctx.statusCode()) {
            case 401 -> sent != null && sent.is("Bearer") ? "TOKEN_REFUSED" : null;
            case 403 -> CsrfFilter.isForged(ctx) ? "CROSS_SITE_REFUSED" : "ACCESS_REFUSED";
            case 404 -> AccessControl.current(ctx) != null && route(ctx).startsWith("/media/") ? "DOCUMENT_REFUSED" : null;
            case 410 -> "LINK_REFUSED";
            default -> null;
        };
    }

    private void log(Context ctx, String event) {
        var visitor = AccessControl.current(ctx);
        var who = visitor == null ? "" : " user=" + AuditLogLine.quoted(visitor.username()) + " id=" + visitor.id();
        var key = event + (who.isEmpty() ? " from=" + client.of(ctx).network() : who);
        if (!isWithinLimit(key)) return;
        // A document's name, but no other path: it may hold the token of a mailed link (ASVS 16.2.5).
        var where = event.equals("DOCUMENT_REFUSED") ? " document=" + AuditLogLine.quoted(ctx.path().substring("/media/".length()))
            : " route=" + route(ctx);
        LOG.info("{}{} from={} method={}{}", event, who, client.of(ctx).text(), ctx.method(), where);
    }

    private synchronized boolean isWithinLimit(String key) {
        var now = clock.instant();
        var oldest = windows.entrySet().iterator();
        while (oldest.hasNext()) {
            var each = oldest.next();
            if (now.isBefore(each.getValue().begun.plus(WINDOW)) && windows.size() < MAX_KEYS) break;
            oldest.remove();
            if (each.getValue().leftOut > 0) LOG.info("{}: {} more within the hour", each.getKey(), each.getValue().leftOut);
        }
        var window = windows.computeIfAbsent(key, first -> new Window(now));
        if (window.told < MAX_PER_HOUR) window.told++;
        else window.leftOut++;
        return window.leftOut == 0;
    }

    private static String route(Context ctx) {
        var route = ctx.endpoints().matchedHttpEndpoint();
        return route == null ? "-" : route.path;
    }

    private static final class Window {
        private final Instant begun;
        private int told;
        private int leftOut;

        private Window(Instant begun) {
            this.begun = begun;
        }
    }
}
