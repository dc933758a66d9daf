package profiles.server;

import io.javalin.config.RoutesConfig;

/** All that the server answers: filters, static files and URLs. */
public interface RouteTable {
    void declare(RoutesConfig to);
}
