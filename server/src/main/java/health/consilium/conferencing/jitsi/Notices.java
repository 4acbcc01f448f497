package health.consilium.conferencing.jitsi;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Sha256;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How what video servers tell is read: as far as needed, up to a size, and with doubt. */
public final class Notices {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LARGEST = 256 * 1024;
    private static final int LONGEST = 3071;
    /** Year 2000 and year 2100: what is beside that is no time of a consultation. */
    private static final long FIRST = 946_684_800L;

    private static final long LAST = 4_102_444_800L;

    private Notices() {}

    /** @throws Problem PAYLOAD_TOO_LARGE, or INVALID_REQUEST when it is no JSON object */
    public static JsonNode read(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Problem(ErrorCode.PAYLOAD_TOO_LARGE, "A notice holds up to 256 kB.");
        }
        try {
            JsonNode told = JSON.readTree(body);
            if (told != null && told.isObject()) {
                return told;
            }
        } catch (JacksonException unreadable) {
            // Refused below; its message would hold what was sent.
        }
        throw unreadable("it is no JSON object");
    }

    /** @return the text; refused when it is missing, empty or longer than an XMPP address can be (RFC 7622: 3071 bytes) */
    public static String text(JsonNode told, String name) {
        String value = told.path(name).asString("");
        if (value.isBlank() || value.length() > LONGEST) {
            throw unreadable(name + " is missing or too long");
        }
        return value;
    }

    /** @param perSecond 1 for seconds since 1970, 1000 for milliseconds */
    public static Instant time(JsonNode told, String name, int perSecond) {
        JsonNode value = told.path(name);
        double seconds = value.isNumber() ? value.asDouble() / perSecond : 0;
        if (!(seconds > FIRST && seconds < LAST)) {
            throw unreadable(name + " is no time");
        }
        return Instant.ofEpochMilli(Math.round(seconds * 1000));
    }

    /** The id that stands in our tokens; null when this is somebody else, or nobody says. */
    public static @Nullable UUID person(JsonNode told, String name) {
        try {
            String id = told.path(name).asString("");
            return id.length() == 36 ? UUID.fromString(id) : null;
        } catch (IllegalArgumentException somebodyElse) {
            return null;
        }
    }

    /** A short name for something long: the same each time. */
    public static String digest(String... parts) {
        return Sha256.hex(String.join("\n", parts)).substring(0, 40);
    }

    public static Problem unreadable(String why) {
        return new Problem(ErrorCode.INVALID_REQUEST, "This notice cannot be read: " + why + ".");
    }
}
