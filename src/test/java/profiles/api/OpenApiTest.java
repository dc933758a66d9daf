package profiles.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import profiles.fixture.Service;
import profiles.fixture.SqliteServiceTest;

/** The document that programs read. */
class OpenApiTest extends SqliteServiceTest {
    /** For the linter, which {@code .ci/run} runs. */
    private static final Path FILE = Path.of("target", "openapi.json");

    @Test void it_tells_of_every_route_and_of_no_other() throws IOException {
        var document = program.get("/api/openapi.json");
        Files.writeString(FILE, document.body());

        var told = new Contract(document.json()).operations().stream().map(Contract.Told::name)
            .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(routes(), told);
    }

    @Test void every_row_says_something() {
        for (var operation : new Contract(program.get("/api/openapi.json").json()).operations()) {
            assertTrue(operation.node().path("summary").isTextual(),
                operation.name() + " says nothing: give its row in Routes a description");
            assertTrue(operation.takesForm() || !Set.of("PUT", "PATCH").contains(operation.method()), operation.name());
        }
    }

    @Test void anyone_may_read_it_and_who_has_it_already_gets_it_no_more() {
        var answer = program.get("/api/openapi.json");
        var again = program.get("/api/openapi.json", "If-None-Match", answer.header("ETag"));

        assertEquals(200, answer.status());
        assertEquals("application/json", answer.header("Content-Type").split(";")[0]);
        assertEquals("no-cache", answer.header("Cache-Control"));
        assertEquals(304, again.status());
        assertEquals("", again.body());
        assertEquals(answer.header("ETag"), again.header("ETag"));
    }

    @Test void each_copy_of_the_service_tells_the_same() {
        var other = service.copy(Map.of());

        assertEquals(program.get("/api/openapi.json").body(), other.program().get("/api/openapi.json").body());
        other.stop();
    }

    @Test void a_field_of_the_profile_is_told_with_its_limits() {
        var schemas = program.get("/api/openapi.json").json().at("/components/schemas");

        assertEquals(255, schemas.at("/Profile/properties/full_name/maxLength").intValue());
        assertEquals(40_000, schemas.at("/Profile/properties/bio/maxLength").intValue(), "each line's end is two characters");
        assertEquals("[\"string\",\"null\"]", schemas.at("/PatchApiProfile/properties/full_name/type").toString());
        assertEquals("binary", schemas.at("/PatchApiProfileInParts/properties/cv/format").textValue());
        assertEquals("PDF, DOCX or ODT.", schemas.at("/Profile/properties/cv/description").textValue());
    }

    @Test void a_password_is_asked_for_and_never_answered() {
        var schemas = program.get("/api/openapi.json").json().at("/components/schemas");

        assertEquals("password", schemas.at("/PostAccountsRegister/properties/password1/format").textValue());
        assertFalse(schemas.get("RegisterForm").toString().contains("password"));
    }

    @Test void over_https_the_cookie_has_its_other_name() {
        try (var secure = Service.on(engine, Map.of("BASE_URL", "https://profiles.example.org"))) {
            assertEquals("__Host-session", secure.program().get("/api/openapi.json").json().at("/components/securitySchemes/session/name")
                .textValue());
        }
        assertEquals("session", program.get("/api/openapi.json").json().at("/components/securitySchemes/session/name").textValue());
    }

    /** What pages load, and what crawlers are told, are no operations. */
    private static Set<String> routes() {
        return service.graph().server().javalin().unsafe.internalRouter.allHttpHandlers().stream().map(parsed -> parsed.endpoint)
            .filter(route -> route.method.isHttpMethod() && !route.method.name().equals("HEAD") && !route.path.startsWith("/static/")
            && !route.path.equals("/robots.txt"))
            .map(route -> route.method.name() + " " + route.path.replace("<key>", "{folder}/{name}"))
            .collect(Collectors.toCollection(TreeSet::new));
    }
}
