package health.consilium.quality;

import org.jspecify.annotations.Nullable;

/**
 * What is known of one person's part in a call.
 *
 * @param measured null when their page never told anything
 * @param setUpMillis from both being here to the first picture or sound; null when it was not told
 * @param reconnects how often their connection broke and came back, and how long that took in all
 */
public record PersonFigures(
        @Nullable PersonQuality measured, @Nullable Integer setUpMillis, int reconnects, long reconnectMillis) {
    public static final PersonFigures NONE = new PersonFigures(null, null, 0, 0);
}
