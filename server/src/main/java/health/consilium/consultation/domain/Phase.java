package health.consilium.consultation.domain;

import health.consilium.consultation.EndReason;
import health.consilium.consultation.PhaseName;
import health.consilium.identity.UserId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a consultation stands. Each phase carries exactly what can be true in it. */
public sealed interface Phase {
    /** Booked; nobody may enter yet. */
    record Scheduled() implements Phase {}

    /** May be entered; nobody has come yet. */
    record Open() implements Phase {}

    /**
     * Somebody has come, or was here; no conversation right now.
     *
     * @param mediaUp whose media link is up already (warm start: before both are present)
     */
    record Waiting(
            Set<UserId> present,
            Set<UserId> mediaUp,
            @Nullable Ring ringing) implements Phase {
        public Waiting {
            present = Set.copyOf(present);
            mediaUp = Set.copyOf(mediaUp);
        }
    }

    /** Both are here and media flows. */
    record Live() implements Phase {}

    /** The conversation broke off; whoever is absent has until the grace is over. */
    record Interrupted(Set<UserId> absent, Instant since) implements Phase {
        public Interrupted {
            absent = Set.copyOf(absent);
        }
    }

    /** Over, for ever. */
    record Ended(EndReason reason, Instant at) implements Phase {}

    /** Who rings since when. */
    record Ring(UserId by, Instant since) {}

    default PhaseName name() {
        return switch (this) {
            case Scheduled s -> PhaseName.SCHEDULED;
            case Open o -> PhaseName.OPEN;
            case Waiting w -> PhaseName.WAITING;
            case Live l -> PhaseName.LIVE;
            case Interrupted i -> PhaseName.INTERRUPTED;
            case Ended e -> PhaseName.ENDED;
        };
    }
}
