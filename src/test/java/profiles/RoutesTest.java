package profiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.javalin.router.Endpoint;
import io.javalin.security.Roles;
import io.javalin.security.RouteRole;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import profiles.fixture.Answer;
import profiles.fixture.Client;
import profiles.fixture.SqliteServiceTest;
import profiles.web.Role;

/** Walks the table of routes as the running service has it (ASVS 8.2.1). */
class RoutesTest extends SqliteServiceTest {

    @Test void every_route_names_who_may_ask() {
        assertFalse(routes().isEmpty());
        for (var route : routes()) {
            assertEquals(1, roles(route).size(), () -> name(route));
            assertTrue(roles(route).iterator().next() instanceof Role, () -> name(route));
        }
    }

    @Test void what_answers_get_answers_head_to_the_same_visitors() {
        for (var route : routes()) {
            if (!route.method.name().equals("GET")) continue;
            assertTrue(routes().stream().anyMatch(head -> head.method.name().equals("HEAD") && head.path.equals(route.path) && roles(head)
                .equals(roles(route))), () -> name(route));
        }
    }

    @Test void a_guest_gets_nothing_that_is_for_members() {
        var closed = routes().stream().filter(route -> !roles(route).contains(Role.GUEST) && !isHead(route)).toList();

        assertFalse(closed.isEmpty());
        for (var route : closed) {
            var json = ask(program, route);
            assertEquals(401, json.status(), () -> name(route));
            assertEquals(401, json.json().get("status").intValue());
            assertNotNull(json.header("WWW-Authenticate"), () -> name(route));

            var page = ask(browser, route);
            if (route.path.startsWith("/api/")) assertEquals(401, page.status(), () -> name(route));
            else assertTrue(page.status() == 303 && page.location().startsWith("/accounts/login/?next=%2F"), () -> name(route));
        }
    }

    @Test void a_member_gets_nothing_that_is_for_staff() {
        program.register("no-staff");

        areRefused(program, Role.STAFF);
        areRefused(program, Role.SUPERUSER);
    }

    @Test void staff_get_nothing_that_is_for_superusers() {
        program.register("no-superuser");
        service.db().sqlUpdate("update auth_user set is_staff = true where username = 'no-superuser'").execute();

        areRefused(program, Role.SUPERUSER);
    }

    private static void areRefused(Client client, Role role) {
        var closed = routes().stream().filter(route -> roles(route).contains(role) && !isHead(route)).toList();

        assertFalse(closed.isEmpty());
        closed.forEach(route -> assertEquals(403, ask(client, route).status(), () -> name(route)));
    }

    private static List<Endpoint> routes() {
        return service.graph().server().javalin().unsafe.internalRouter.allHttpHandlers().stream().map(parsed -> parsed.endpoint)
            .filter(endpoint -> endpoint.method.isHttpMethod()).toList();
    }

    private static Set<RouteRole> roles(Endpoint route) {
        var roles = route.metadata(Roles.class);
        return roles == null ? Set.of() : roles.getRoles();
    }

    private static Answer ask(Client client, Endpoint route) {
        var path = route.path.replaceAll("[<{][^>}]*[>}]", "1");
        return route.method.name().equals("GET") ? client.get(path) : client.send(route.method.name(), path, BodyPublishers.noBody());
    }

    /** It has the role of its GET. */
    private static boolean isHead(Endpoint route) {
        return route.method.name().equals("HEAD");
    }

    private static String name(Endpoint route) {
        return route.method.name() + " " + route.path;
    }
}
