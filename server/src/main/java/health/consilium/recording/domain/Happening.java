package health.consilium.recording.domain;

import health.consilium.identity.UserId;

/** What a fact brought about; goes into the ledger as it stands. */
public sealed interface Happening {
    record Said(UserId who, Answer answer) implements Happening {}

    /** It records from now on. */
    record Began() implements Happening {}

    record Paused(Reason reason) implements Happening {}

    record Stopped(Reason reason) implements Happening {}
}
