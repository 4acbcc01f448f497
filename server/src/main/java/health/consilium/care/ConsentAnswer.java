package health.consilium.care;

import java.time.Instant;
import java.util.UUID;

/**
 * One answer of a patient about care by video. Answers are only ever added; the newest to a version counts.
 *
 * @param version of the wording that was read
 * @param language in which it was read
 * @param sha256 of the text that was read, in hex
 */
public record ConsentAnswer(UUID id, int version, String language, Kind answer, String sha256, Instant at) {
    /** What somebody answered. */
    public enum Kind {
        GIVEN,
        DECLINED,
        WITHDRAWN
    }
}
