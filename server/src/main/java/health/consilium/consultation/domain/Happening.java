package health.consilium.consultation.domain;

import health.consilium.consultation.DeclineReason;
import health.consilium.consultation.EndReason;
import health.consilium.identity.UserId;
import org.jspecify.annotations.Nullable;

/** What a decision brought about; written to the call log and told to others once it is committed. */
public sealed interface Happening {
    record Opened() implements Happening {}

    record Came(UserId who) implements Happening {}

    record Rang(UserId by) implements Happening {}

    record RingAccepted(UserId caller) implements Happening {}

    record RingDeclined(
            UserId caller, DeclineReason why, @Nullable String note) implements Happening {}

    record RingCancelled(UserId caller) implements Happening {}

    record RingMissed(UserId caller) implements Happening {}

    record WentLive() implements Happening {}

    record DroppedOut(UserId who) implements Happening {}

    record CameBack() implements Happening {}

    record GraceOver() implements Happening {}

    record Left(UserId who) implements Happening {}

    record Extended(int minutes) implements Happening {}

    record Rescheduled() implements Happening {}

    record Warned(int minutesLeft) implements Happening {}

    record Finished(EndReason reason) implements Happening {}
}
