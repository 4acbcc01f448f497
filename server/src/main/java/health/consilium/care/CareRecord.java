package health.consilium.care;

import health.consilium.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is on record about a visit before care began, for histories and summaries.
 *
 * @param consent the patient's newest answer until the end of the visit
 * @param identity who confirmed the patient's identity, and when
 */
public record CareRecord(
        @Nullable ConsentAnswer consent, @Nullable Identity identity) {
    /** The doctor's tick. */
    public record Identity(UserId doctor, Instant at) {}
}
