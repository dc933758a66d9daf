package profiles.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Singleton;
import profiles.web.Role;

/** All rows of the table of routes, in order. */
@Singleton
public final class Operations {
    private final List<Operation> all = new ArrayList<>();

    @Inject
    Operations() {
    }

    List<Operation> all() {
        return Collections.unmodifiableList(all);
    }

    public Table table(RoutesConfig routes) {
        return new Table(routes);
    }

    /** Takes rows: each becomes a route, and goes on to say what is told of it. */
    public final class Table {
        private final RoutesConfig routes;

        private Table(RoutesConfig routes) {
            this.routes = routes;
        }

        /** HEAD is asked like GET; Javalin would answer 200 to it without asking the handler. */
        public Operation get(String path, Handler handler, Role role) {
            routes.get(path, handler, role);
            routes.head(path, handler, role);
            return row("GET", path, role);
        }

        public Operation post(String path, Handler handler, Role role) {
            routes.post(path, handler, role);
            return row("POST", path, role);
        }

        public Operation put(String path, Handler handler, Role role) {
            routes.put(path, handler, role);
            return row("PUT", path, role);
        }

        public Operation patch(String path, Handler handler, Role role) {
            routes.patch(path, handler, role);
            return row("PATCH", path, role);
        }

        public Operation delete(String path, Handler handler, Role role) {
            routes.delete(path, handler, role);
            return row("DELETE", path, role);
        }

        private Operation row(String method, String path, Role role) {
            var operation = new Operation(method, path, role);
            all.add(operation);
            return operation;
        }
    }
}
