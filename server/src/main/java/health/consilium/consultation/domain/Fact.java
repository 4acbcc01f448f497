package health.consilium.consultation.domain;

import health.consilium.consultation.DeclineReason;
import health.consilium.consultation.EndReason;
import health.consilium.identity.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Something that happened or became true. The state machine is told nothing else. */
public sealed interface Fact {
    /** A person's page says "I am here". */
    record Present(UserId who) implements Fact {}

    /** A person's media link to the other is up. */
    record MediaUp(UserId who) implements Fact {}

    /** The link that was negotiated while waiting is gone; it must come up anew. */
    record MediaReset() implements Fact {}

    /** A person can be reached neither by signalling nor by media. */
    record LinkLost(UserId who) implements Fact {}

    /** A person chose to leave. */
    record Left(UserId who) implements Fact {}

    record Rung(UserId by) implements Fact {}

    record RingCancelled(UserId by) implements Fact {}

    record Accepted(UserId by) implements Fact {}

    record Declined(UserId by, DeclineReason why, @Nullable String note) implements Fact {}

    record EndRequested(UserId by) implements Fact {}

    /** @param reason one of the CANCELLED_BY reasons */
    record Cancelled(EndReason reason) implements Fact {}

    /** The appointment has another time. */
    record Rescheduled(Instant start, Instant end) implements Fact {}

    /** @param latestEnd where the doctor's next appointment or the limit stands in the way */
    record Extended(int minutes, Instant latestEnd) implements Fact {}

    /** A deadline that {@link Deadlines} named has come. */
    record Due(Deadline deadline) implements Fact {}
}
