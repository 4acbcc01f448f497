package health.consilium.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A body that fits a schema of the OpenAPI document, and bodies that lack something of it. */
final class JsonExamples {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REFERENCE = "#/components/schemas/";

    private final JsonNode schemas;

    JsonExamples(JsonNode document) {
        this.schemas = document.path("components").path("schemas");
    }

    /** @param required whether the document says that what is lacking must be there */
    record Lacking(String what, JsonNode body, boolean required) {}

    JsonNode fitting(JsonNode schema) {
        JsonNode s = resolved(schema);
        if (s.has("enum")) {
            return s.path("enum").get(0);
        }
        return switch (type(s)) {
            case "object" -> object(s);
            case "array" -> JSON.createArrayNode().add(fitting(s.path("items")));
            case "integer", "number" ->
                JSON.getNodeFactory().numberNode(Math.max(1, s.path("minimum").asInt(1)));
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default -> JSON.getNodeFactory().stringNode(text(s));
        };
    }

    /** Each member left out, each said to be null, each list with nothing in it but null; at every depth. */
    List<Lacking> lacking(JsonNode schema) {
        List<Lacking> all = new ArrayList<>();
        visit(schema, "", fitting(schema), all);
        return all;
    }

    private void visit(JsonNode schema, String path, JsonNode root, List<Lacking> all) {
        JsonNode s = resolved(schema);
        s.path("properties").propertyStream().forEach(property -> {
            String at = path + "/" + property.getKey();
            boolean nullable = isNullable(property.getValue());
            boolean required = !nullable && contains(s.path("required"), property.getKey());
            all.add(new Lacking(at + " is left out", changed(root, path, o -> o.remove(property.getKey())), required));
            all.add(new Lacking(at + " is null", changed(root, path, o -> o.putNull(property.getKey())), required));
            if (type(resolved(property.getValue())).equals("array")) {
                ArrayNode nothing = JSON.createArrayNode().addNull();
                all.add(new Lacking(
                        at + " holds null", changed(root, path, o -> o.set(property.getKey(), nothing)), true));
            }
            visit(property.getValue(), at, root, all);
        });
    }

    private static JsonNode changed(JsonNode root, String path, Consumer<ObjectNode> change) {
        JsonNode copy = root.deepCopy();
        change.accept((ObjectNode) copy.at(path));
        return copy;
    }

    private ObjectNode object(JsonNode schema) {
        ObjectNode made = JSON.createObjectNode();
        schema.path("properties").propertyStream().forEach(p -> made.set(p.getKey(), fitting(p.getValue())));
        return made;
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode s = schema.has("anyOf") ? schema.path("anyOf").get(0) : schema;
        String reference = s.path("$ref").asString("");
        return reference.isEmpty() ? s : schemas.path(reference.substring(REFERENCE.length()));
    }

    private static boolean isNullable(JsonNode schema) {
        return schema.has("anyOf") || contains(schema.path("type"), "null");
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        return type.isArray()
                ? type.valueStream()
                        .map(JsonNode::asString)
                        .filter(t -> !t.equals("null"))
                        .findFirst()
                        .orElseThrow()
                : type.asString("");
    }

    private static String text(JsonNode schema) {
        if (schema.path("format").asString("").equals("uuid")) {
            return new UUID(0, 1).toString();
        }
        return schema.has("pattern") ? "en" : "words";
    }

    private static boolean contains(JsonNode list, String wanted) {
        return list.valueStream().anyMatch(one -> one.asString("").equals(wanted));
    }
}
