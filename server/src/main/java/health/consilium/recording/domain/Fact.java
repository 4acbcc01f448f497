package health.consilium.recording.domain;

import health.consilium.identity.UserId;
import java.util.Set;

/** Something that happened to a recording. It is told nothing else. */
public sealed interface Fact {
    /** Somebody present answers for themselves. */
    record Answered(UserId who, boolean agreed) implements Fact {}

    /** These people are in the consultation now. */
    record Presence(Set<UserId> present) implements Fact {
        public Presence {
            present = Set.copyOf(present);
        }
    }

    /** The doctor wants no more. */
    record StopRequested(UserId by) implements Fact {}

    /** Whether somebody's page can record. */
    record Able(UserId who, boolean able) implements Fact {}

    record StorageFull() implements Fact {}

    /** What should keep it does not answer, and has not for a while. */
    record StorageAway() implements Fact {}

    /** The service that should record does not. */
    record ServiceFailed() implements Fact {}

    /** The consultation is over. */
    record Ended() implements Fact {}
}
