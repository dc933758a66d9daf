package profiles.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import profiles.fixture.Answer;

/** The service's own document, against which its answers are held. */
final class Contract {
    private static final String HERE = "https://profiles.example/openapi.json";

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    /** What answers hold must be in the document: here it knows no other names. */
    Contract(JsonNode document) {
        this.document = document;
        document.at("/components/schemas").forEach(Contract::close);
        schemas = JsonSchemaFactory.getInstance(VersionFlag.V202012, to -> to.schemaLoaders(
            loaders -> loaders.schemas(iri -> iri.equals(HERE) ? definitions() : null)));
    }

    /** The schemas alone, as a document of their own. */
    private String definitions() {
        return ("{\"$defs\":" + document.at("/components/schemas") + "}").replace("#/components/schemas/", "#/$defs/");
    }

    /** One operation: a method of a path. */
    record Told(String method, String path, JsonNode node) {
        String name() {
            return method + " " + path;
        }

        /** Whether it answers this path, which may be a pattern like its own. */
        boolean matches(String other) {
            return other.matches(path.replaceAll("\\{\\w+}", "[^/]+"));
        }

        /** Without the ranges. */
        Set<String> statuses() {
            return node.get("responses").properties().stream().map(entry -> entry.getKey()).filter(each -> !each.endsWith("XX"))
                .collect(Collectors.toSet());
        }

        boolean open() {
            return node.get("security").isEmpty();
        }

        boolean ofOwners() {
            return node.get("security").size() == 1;
        }

        boolean ofStaff() {
            return Set.of("For staff.", "For superusers.").contains(node.path("description").asText());
        }

        boolean takesForm() {
            return node.has("requestBody");
        }
    }

    List<Told> operations() {
        var all = new ArrayList<Told>();
        for (var path : document.get("paths").properties())
            for (var method : path.getValue().properties()) all.add(
                new Told(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue()));
        return all;
    }

    /** Fails unless the document tells of this status, its type, its headers, and JSON like this. */
    void holds(Told operation, Answer answer) {
        holds(operation, answer.status(), answer.header("Content-Type"), answer.body(), answer::header);
    }

    void holds(Told operation, int status, String type, String body, UnaryOperator<String> headers) {
        var what = operation.name() + " answered " + status + " " + body;
        var told = resolved(operation.node().get("responses").get(String.valueOf(status)));
        assertNotNull(told, what);
        // Pages tell browsers what programs hear in headers.
        var page = type != null && type.startsWith("text/html");
        for (var header : told.path("headers").properties()) assertTrue(page || headers.apply(header.getKey()) != null,
            header.getKey() + ": " + what);
        if (!told.has("content")) {
            if (status < 300) assertEquals("", body, what);
            return;
        }
        var media = type.split(";")[0];
        if (told.get("content").has("*/*")) return;
        assertNotNull(told.get("content").get(media), media + ": " + what);
        var schema = told.get("content").get(media).path("schema");
        if (media.endsWith("json") && schema.has("$ref")) assertEquals(Set.of(), faults(schema.get("$ref").textValue(), body), what);
    }

    private Set<?> faults(String reference, String body) {
        return schemas.getSchema(SchemaLocation.of(HERE + reference.replace("components/schemas", "$defs")))
            .validate(body, InputFormat.JSON,
            run -> run.getExecutionConfig().setFormatAssertionsEnabled(true));
    }

    private JsonNode resolved(JsonNode node) {
        return node != null && node.has("$ref") ? document.at(node.get("$ref").textValue().substring(1)) : node;
    }

    private static void close(JsonNode schema) {
        if (schema.has("properties")) ((ObjectNode) schema).put("additionalProperties", false);
    }
}
