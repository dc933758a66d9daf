package profiles.web;

import io.javalin.http.Context;
import javax.inject.Inject;
import profiles.Config;

/** The scheme, host and port at which the asker sees the service, for URLs that leave it. */
public final class Origin {
    private final String baseUrl;

    @Inject
    Origin(Config config) {
        this.baseUrl = config.baseUrl();
    }

    /** {@code BASE_URL} where it is set, else what the request says; never a base for links in mail. */
    public String of(Context ctx) {
        return baseUrl != null ? baseUrl : ctx.scheme() + "://" + ctx.host();
    }
}
