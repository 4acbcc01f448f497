package health.consilium.signalling;

import health.consilium.signalling.frame.FrameType;
import health.consilium.signalling.frame.Unread;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the records of the protocol down as JSON Schema (2020-12), one alternative a frame type. */
final class FrameSchema {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FrameSchema() {}

    static String of(String side, Predicate<FrameType> wanted) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        root.put("title", "Consilium signalling v1: frames of the " + side);
        ArrayNode frames = root.putArray("oneOf");
        Arrays.stream(FrameType.values()).filter(wanted).forEach(type -> frames.add(frame(type)));
        return JSON.writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static ObjectNode frame(FrameType type) {
        ObjectNode frame = JSON.createObjectNode().put("title", type.wireName()).put("type", "object");
        ObjectNode members = frame.putObject("properties");
        members.putObject("type").put("const", type.wireName());
        members.putObject("ack").put("type", "integer").put("minimum", 0);
        boolean server = type.right() == FrameType.Right.SERVER;
        members.putObject(server ? "re" : "id").put("type", "string").put("maxLength", 64);
        ObjectNode body = record(type.body());
        members.set("body", body);
        ArrayNode required = frame.putArray("required").add("type");
        if (type.reliable()) {
            members.putObject("seq").put("type", "integer").put("minimum", 1);
            required.add("seq");
        } else {
            members.put("seq", false);
        }
        if (server || !body.path("required").isEmpty()) {
            required.add("body");
        }
        return frame;
    }

    private static ObjectNode record(Class<?> record) {
        ObjectNode schema = JSON.createObjectNode().put("type", "object");
        ObjectNode members = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (RecordComponent component : record.getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            ObjectNode value = value(component.getGenericType());
            members.set(component.getName(), optional ? orNull(value) : value);
            if (!optional) {
                required.add(component.getName());
            }
        }
        return schema;
    }

    private static ObjectNode orNull(ObjectNode value) {
        if (value.isEmpty()) {
            return value;
        }
        ObjectNode either = JSON.createObjectNode();
        either.putArray("anyOf").add(value).add(JSON.createObjectNode().put("type", "null"));
        return either;
    }

    /** What is forwarded unread is an object, and that is all. */
    private static ObjectNode value(Type type) {
        ObjectNode schema = JSON.createObjectNode();
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            schema.put("type", "array").set("items", value(list.getActualTypeArguments()[0]));
        } else if (type == Unread.class) {
            schema.put("type", "object");
        } else if (type == UUID.class) {
            schema.put("type", "string").put("format", "uuid");
        } else if (type == Instant.class) {
            schema.put("type", "string").put("format", "date-time");
        } else if (type == String.class) {
            schema.put("type", "string");
        } else if (type == boolean.class || type == Boolean.class) {
            schema.put("type", "boolean");
        } else if (type == double.class || type == Double.class) {
            schema.put("type", "number");
        } else if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            schema.put("type", "integer");
        } else if (type instanceof Class<?> named && named.isEnum()) {
            ArrayNode words = schema.put("type", "string").putArray("enum");
            Arrays.stream(named.getEnumConstants()).forEach(word -> words.add(word.toString()));
        } else if (type instanceof Class<?> named && named.isRecord()) {
            return record(named);
        }
        return schema;
    }
}
