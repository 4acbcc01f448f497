package health.consilium.signalling.frame;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Text to frames and back, in two steps: the envelope first, the body once it is known who may say that. Unknown members
 * are ignored, so that a newer page can speak to an older server.
 */
@Component
public class FrameCodec {
    private static final int DEEPEST = 16;
    private static final int LONGEST_WORD = 64;

    private final ObjectMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(64 * 1024)
                            .build())
                    .build())
            .annotationIntrospector(new RequiredMembers())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private final Map<Class<?>, ObjectReader> readers = Arrays.stream(FrameType.values())
            .map(FrameType::body)
            .collect(Collectors.toMap(body -> body, json::readerFor));

    /** Reads the envelope and makes sure that the whole text is JSON. */
    public Envelope open(String text) throws MalformedFrame {
        try (JsonParser in = json.createParser(text)) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedFrame("not an object");
            }
            Envelope frame = envelope(in, text);
            if (in.nextToken() != null) {
                throw new MalformedFrame("more than one object");
            }
            return frame;
        } catch (JacksonException e) {
            throw new MalformedFrame("not JSON");
        }
    }

    private static Envelope envelope(JsonParser in, String text) throws MalformedFrame {
        String type = null;
        long seq = 0;
        long ack = 0;
        String id = null;
        Unread body = Unread.NOTHING;
        for (String member = in.nextName(); member != null; member = in.nextName()) {
            in.nextToken();
            switch (member) {
                case "type" -> type = word(in);
                case "seq" -> seq = number(in);
                case "ack" -> ack = number(in);
                case "id" -> id = word(in);
                case "body" -> body = Unread.cut(in, text);
                default -> in.skipChildren();
            }
        }
        if (type == null) {
            throw new MalformedFrame("no type");
        }
        return new Envelope(type, seq, ack, id, body);
    }

    private static long number(JsonParser in) throws MalformedFrame {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT || in.getLongValue() < 0) {
            throw new MalformedFrame("not a number from 0 up");
        }
        return in.getLongValue();
    }

    private static String word(JsonParser in) throws MalformedFrame {
        String word = in.currentToken() == JsonToken.VALUE_STRING ? in.getString() : null;
        if (word == null || word.length() > LONGEST_WORD) {
            throw new MalformedFrame("not a short text");
        }
        return word;
    }

    /** The body as the record of its type; members that are not {@code @Nullable} must be there. */
    public <T> T body(Unread body, Class<T> record) throws MalformedFrame {
        ObjectReader reader = readers.get(record);
        if (reader == null) {
            throw new IllegalArgumentException(record + " is no frame");
        }
        try {
            return reader.withAttribute(Unread.SOURCE, body.json()).readValue(body.json());
        } catch (JacksonException e) {
            throw new MalformedFrame("the body does not fit");
        }
    }

    /** @param seq 0 for a frame that is not numbered; @param ack 0 when nothing was received yet */
    public String seal(ServerFrame frame, long seq, long ack, @Nullable String re) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            out.writeStartObject();
            out.writeStringProperty("type", FrameType.of(frame).wireName());
            if (seq > 0) {
                out.writeNumberProperty("seq", seq);
            }
            if (ack > 0) {
                out.writeNumberProperty("ack", ack);
            }
            if (re != null) {
                out.writeStringProperty("re", re);
            }
            out.writeName("body");
            json.writeValue(out, frame);
            out.writeEndObject();
        }
        return text.toString();
    }
}
