package health.consilium.recording.domain;

import health.consilium.kernel.ErrorCode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a fact.
 *
 * @param next the recording afterwards; the same when nothing changed
 * @param happenings in order
 * @param refusal why the fact was not accepted, or null
 */
public record Decision(
        Recording next,
        List<Happening> happenings,
        @Nullable ErrorCode refusal) {
    static Decision nothing(Recording recording) {
        return new Decision(recording, List.of(), null);
    }

    static Decision refuse(Recording recording, ErrorCode code) {
        return new Decision(recording, List.of(), code);
    }
}
