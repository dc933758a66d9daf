package profiles.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import profiles.web.Json;
import profiles.web.Nullable;
import profiles.web.Timestamp;

/**
 * JSON Schemas (2020-12) of what Jackson writes: a record's components. Other classes describe themselves by {@code public static
 * Map<String, Object> schema()}.
 */
final class Schemas {
    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    private final Map<String, Object> components = new TreeMap<>();

    /** By name, all that were asked for. */
    Map<String, Object> components() {
        return components;
    }

    /** @return a schema, or a reference to one among the components */
    Map<String, Object> of(Type type) {
        if (type instanceof ParameterizedType generic) return of(generic);
        var simple = simple((Class<?>) type);
        return simple != null ? simple : component((Class<?>) type);
    }

    Map<String, Object> put(String name, Map<String, Object> schema) {
        components.put(name, schema);
        return reference(name);
    }

    private Map<String, Object> of(ParameterizedType generic) {
        var arguments = generic.getActualTypeArguments();
        if (generic.getRawType() == List.class) return Json.object("type", "array", "items", of(arguments[0]));
        if (generic.getRawType() == Map.class) return Json.object("type", "object", "additionalProperties", of(arguments[1]));
        throw new IllegalStateException("no schema for " + generic);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == String.class) return Json.object("type", "string");
        if (type == boolean.class || type == Boolean.class) return Json.object("type", "boolean");
        if (Stream.of(int.class, long.class, Integer.class, Long.class).anyMatch(type::equals)) return Json.object("type", "integer");
        if (type == Timestamp.class) return Json.object("type", "string", "format", "date-time");
        return type.isEnum() ? Json.object("type", "string", "enum", Stream.of(type.getEnumConstants()).map(String::valueOf).toList())
            : null;
    }

    private Map<String, Object> component(Class<?> type) {
        var name = type.getSimpleName().replaceFirst("View$", "");
        if (!components.containsKey(name)) {
            // Before it is read, so that one may hold itself.
            components.put(name, Map.of());
            components.put(name, hasComponent(type) ? componentName(type) : object(type));
        }
        return reference(name);
    }

    private static boolean hasComponent(Class<?> type) {
        return !type.isRecord() || Stream.of(type.getDeclaredMethods()).anyMatch(method -> method.getName().equals("schema"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> componentName(Class<?> type) {
        try {
            return (Map<String, Object>) type.getMethod("schema").invoke(null);
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException("no schema for " + type, none);
        }
    }

    private Map<String, Object> object(Class<?> type) {
        var sparse = type.isAnnotationPresent(JsonInclude.class);
        var properties = new LinkedHashMap<String, Object>();
        var required = new ArrayList<String>();
        for (var component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonIgnore.class)) continue;
            var name = NAMES.translate(component.getName());
            var optional = component.isAnnotationPresent(Nullable.class);
            properties.put(name, optional && !sparse ? nullable(component) : of(component.getGenericType()));
            if (!optional || !sparse) required.add(name);
        }
        return Json.object("type", "object", "properties", properties, "required", required);
    }

    private Map<String, Object> nullable(RecordComponent component) {
        return Json.object("anyOf", List.of(of(component.getGenericType()), Json.object("type", "null")));
    }

    private static Map<String, Object> reference(String name) {
        return Json.object("$ref", "#/components/schemas/" + name);
    }
}
