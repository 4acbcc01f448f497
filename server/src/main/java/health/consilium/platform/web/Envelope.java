package health.consilium.platform.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The shape of every successful JSON answer (REQUIREMENTS §H). */
@Schema(hidden = true)
public record Envelope(
        boolean success,
        int statusCode,
        String message,
        @Nullable Object data) {
    static Envelope of(int status, @Nullable Object data) {
        return new Envelope(true, status, "OK", data);
    }
}
