package health.consilium.conferencing.daily;

import health.consilium.conferencing.daily.Pace.Lane;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request of Daily.
 *
 * @param what in words, for the log: neither path nor body ever stand there
 * @param path after {@code /v1}
 * @param again whether it may be sent again when nobody knows whether it was done
 */
record Ask(
        String what, String method, String path, @Nullable JsonNode body, Lane lane, boolean again) {
    static Ask get(String what, String path) {
        return new Ask(what, "GET", path, null, Lane.ORDINARY, true);
    }

    static Ask post(String what, String path, @Nullable JsonNode body) {
        return new Ask(what, "POST", path, body, Lane.ORDINARY, true);
    }

    static Ask delete(String what, String path) {
        return new Ask(what, "DELETE", path, null, Lane.ORDINARY, true);
    }

    Ask in(Lane other) {
        return new Ask(what, method, path, body, other, again);
    }

    /** Sent twice it would be done twice. */
    Ask once() {
        return new Ask(what, method, path, body, lane, false);
    }
}
