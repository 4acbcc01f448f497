package health.consilium.testing;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Daily's own OpenAPI document: what it would say of a request, of an answer and of an event. */
public final class DailySchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.getOpenApi30());

    private final JsonNode document;
    private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

    public DailySchema() {
        try (InputStream file =
                Objects.requireNonNull(DailySchema.class.getResourceAsStream("/daily/openapi-1.1.1.json"))) {
            document = JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One operation of the document. */
    private record Operation(JsonNode described) {}

    /** @param query "" for none; @param body "" for none. @return what is wrong; empty when nothing is */
    public List<String> request(String method, String path, String query, String body) {
        Operation operation = find(method, path);
        if (operation == null) {
            return List.of("there is no " + method + " at such a path");
        }
        for (String field : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String wrong = parameter(operation, field);
            if (wrong != null) {
                return List.of(wrong);
            }
        }
        JsonNode schema = operation
                .described
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("schema");
        if (schema.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("a body where none is described");
        }
        return body.isEmpty() ? List.of("a body is missing") : check(schema, JSON.readTree(body));
    }

    public List<String> answer(String method, String path, int status, JsonNode body) {
        Operation operation = find(method, path);
        if (operation == null || status != 200 && status != 400) {
            return List.of();
        }
        JsonNode response = resolved(operation.described.path("responses").path(String.valueOf(status)));
        JsonNode schema = response.path("content").path("application/json").path("schema");
        return schema.isMissingNode() ? List.of() : check(schema, body);
    }

    /** @param name as among the document's schemas, for example participant_joined */
    public List<String> event(String name, JsonNode event) {
        return check(document.path("components").path("schemas").path(name), event);
    }

    private @Nullable String parameter(Operation operation, String field) {
        String name = field.split("=", 2)[0];
        return StreamSupport.stream(operation.described.path("parameters").spliterator(), false)
                        .filter(one -> one.path("in").asString("").equals("query"))
                        .filter(one -> one.path("name").asString("").equals(name))
                        .anyMatch(one ->
                                !one.path("schema").path("type").asString("").equals("integer")
                                        || isInt32(field.substring(field.indexOf('=') + 1)))
                ? null
                : "no such parameter, or not of its type: " + name;
    }

    private static boolean isInt32(String number) {
        return number.matches("[0-9]{1,10}") && Long.parseLong(number) <= Integer.MAX_VALUE;
    }

    private @Nullable Operation find(String method, String path) {
        for (Map.Entry<String, JsonNode> one : document.path("paths").properties()) {
            String pattern = one.getKey().replaceAll("\\{[^}]*}", "[^/]+");
            JsonNode described = one.getValue().path(method.toLowerCase(Locale.ROOT));
            if (path.matches(pattern) && !described.isMissingNode()) {
                return new Operation(described);
            }
        }
        return null;
    }

    private List<String> check(JsonNode schema, JsonNode value) {
        Schema compiled = schemas.computeIfAbsent(schema, one -> REGISTRY.getSchema(whole(one)));
        return compiled.validate(value).stream().map(Error::toString).toList();
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : document.at(reference.substring(1));
    }

    /** With what it refers to put in, and with what the formats of OpenAPI mean: the validator only notes them. */
    private JsonNode whole(JsonNode node) {
        JsonNode here = resolved(node);
        if (here.isArray()) {
            var list = JSON.createArrayNode();
            here.forEach(one -> list.add(whole(one)));
            return list;
        }
        if (!here.isObject()) {
            return here;
        }
        ObjectNode copy = JSON.createObjectNode();
        here.properties().forEach(one -> copy.set(one.getKey(), whole(one.getValue())));
        if (copy.path("format").asString("").equals("int32")) {
            copy.put("minimum", Integer.MIN_VALUE).put("maximum", Integer.MAX_VALUE);
        }
        return copy;
    }
}
