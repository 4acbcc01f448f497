package health.consilium.consultation.spi;

import health.consilium.identity.UserId;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import java.time.Instant;
import java.util.Optional;

/** One rule that must hold before anybody may enter, for example "paid". Asked at every entry, on the server. */
public interface EntryGate {
    /** The refusal, or empty when this rule has nothing against it. */
    Optional<Problem> refusal(Appointment appointment, UserId who, Instant now);

    /** Whether it is asked last, once everything else is well: for what somebody can do at once and only then. */
    default boolean atTheDoor() {
        return false;
    }
}
