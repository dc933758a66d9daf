package profiles.web;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.config.Config;

/** The scheme, host and port at which the asker sees the service, for URLs that leave it. */
public final class ExternalUrl {
    private final String baseUrl;
    private final ClientAddress client;

    @Inject
    ExternalUrl(Config config, ClientAddress client) {
        this.baseUrl = config.baseUrl();
        this.client = client;
    }

    /** {@code BASE_URL} where it is set, else what the request says; never a base for links in mail. */
    public String of(Context ctx) {
        return baseUrl != null ? baseUrl : client.scheme(ctx) + "://" + ctx.host();
    }

    /** Whether {@code BASE_URL} says so, whoever asks. */
    public boolean isAlwaysHttps() {
        return baseUrl != null && baseUrl.startsWith("https://");
    }

    /** Over HTTPS, at least up to a trusted proxy, cookies are marked Secure, and browsers told to stay with it. */
    public boolean isHttps(Context ctx) {
        return of(ctx).startsWith("https://");
    }
}
