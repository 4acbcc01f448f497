package health.consilium.signalling.frame;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Text to frames and back. Unknown members are ignored, so that a newer page can speak to an older server. */
@Component
public class FrameCodec {
    private static final int DEEPEST = 16;
    private static final int LONGEST_ID = 64;

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(64 * 1024)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    public Envelope open(String text) throws MalformedFrame {
        JsonNode node;
        try {
            node = json.readTree(text);
        } catch (JacksonException e) {
            throw new MalformedFrame("not JSON");
        }
        if (node == null || !node.isObject()) {
            throw new MalformedFrame("not an object");
        }
        JsonNode type = node.get("type");
        JsonNode body = node.get("body");
        if (type == null || !type.isString() || type.stringValue().length() > LONGEST_ID) {
            throw new MalformedFrame("no type");
        }
        if (body != null && !body.isObject()) {
            throw new MalformedFrame("the body is not an object");
        }
        return new Envelope(
                type.stringValue(),
                number(node, "seq"),
                number(node, "ack"),
                text(node, "id"),
                body == null ? json.createObjectNode() : body);
    }

    private static long number(JsonNode node, String name) throws MalformedFrame {
        JsonNode value = node.get(name);
        if (value == null) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 0) {
            throw new MalformedFrame(name + " is not a number");
        }
        return value.longValue();
    }

    private static @Nullable String text(JsonNode node, String name) throws MalformedFrame {
        JsonNode value = node.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isString() || value.stringValue().length() > LONGEST_ID) {
            throw new MalformedFrame(name + " is not a short text");
        }
        return value.stringValue();
    }

    /** The body as the record of its type; members that are not {@code @Nullable} must be there. */
    public <T> T body(JsonNode body, Class<T> record) throws MalformedFrame {
        try {
            T value = json.treeToValue(body, record);
            requireMembers(value);
            return value;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new MalformedFrame("the body does not fit");
        }
    }

    private static void requireMembers(Object value) throws MalformedFrame {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!component.getType().isPrimitive()) {
                Object member = read(component, value);
                if (member == null && !optional) {
                    throw new MalformedFrame(component.getName() + " is missing");
                }
                if (member instanceof Record nested) {
                    requireMembers(nested);
                }
            }
        }
    }

    private static @Nullable Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param seq 0 for a frame that is not numbered; @param ack 0 when nothing was received yet */
    public String seal(ServerFrame frame, long seq, long ack, @Nullable String re) {
        ObjectNode node = json.createObjectNode();
        node.put("type", FrameType.of(frame).wireName());
        if (seq > 0) {
            node.put("seq", seq);
        }
        if (ack > 0) {
            node.put("ack", ack);
        }
        if (re != null) {
            node.put("re", re);
        }
        node.set("body", json.valueToTree(frame));
        return json.writeValueAsString(node);
    }
}
