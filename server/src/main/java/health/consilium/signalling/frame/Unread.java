package health.consilium.signalling.frame;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A JSON object, letter by letter as it came in. That it is one was checked; what it says was not looked at. */
@JsonDeserialize(using = Unread.Cutter.class)
public record Unread(@JsonValue @JsonRawValue String json) {
    static final Unread NOTHING = new Unread("{}");
    /** Under this name a reader is told the text that it reads. */
    static final String SOURCE = "source";

    /**
     * Cuts the object at which {@code in} stands out of the text that it reads, and moves {@code in} to its end.
     *
     * @throws MalformedFrame when it does not stand at an object
     */
    static Unread cut(JsonParser in, String text) throws MalformedFrame {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrame("not an object");
        }
        int from = (int) in.currentTokenLocation().getCharOffset();
        in.skipChildren();
        return new Unread(text.substring(from, (int) in.currentLocation().getCharOffset()));
    }

    static final class Cutter extends ValueDeserializer<Unread> {
        @Override
        public Unread deserialize(JsonParser in, DeserializationContext context) throws JacksonException {
            try {
                return cut(in, (String) context.getAttribute(SOURCE));
            } catch (MalformedFrame e) {
                return context.reportInputMismatch(this, e.getMessage());
            }
        }
    }
}
