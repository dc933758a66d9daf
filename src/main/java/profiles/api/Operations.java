package profiles.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
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
            routes.head(path, handler, role);
            return row(HandlerType.GET, path, handler, role);
        }

        public Operation post(String path, Handler handler, Role role) {
            return row(HandlerType.POST, path, handler, role);
        }

        public Operation put(String path, Handler handler, Role role) {
            return row(HandlerType.PUT, path, handler, role);
        }

        public Operation patch(String path, Handler handler, Role role) {
            return row(HandlerType.PATCH, path, handler, role);
        }

        public Operation delete(String path, Handler handler, Role role) {
            return row(HandlerType.DELETE, path, handler, role);
        }

        private Operation row(HandlerType method, String path, Handler handler, Role role) {
            routes.addHttpHandler(method, path, handler, role);
            var operation = new Operation(method.name(), path, role);
            all.add(operation);
            return operation;
        }
    }
}
