package health.consilium.admin.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a patient asked for.
 *
 * @param outcome JSON, by section what is gone and what stays
 * @param askedBy who of the clinic wrote it down for a patient; null: the patient asked here
 * @param reason what that person said of it; empty where the patient asked here
 */
record DataRequest(
        UUID id,
        UUID person,
        Kind kind,
        State state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant expiresAt,
        String outcome,
        @Nullable UUID askedBy,
        String reason) {
    /** What is asked for. */
    enum Kind {
        COPY,
        ERASURE
    }

    /** How it stands. */
    enum State {
        ASKED,
        /** The clinic has agreed: the copy may be fetched, once. */
        READY,
        COLLECTED,
        DONE,
        REFUSED,
        /** Nobody fetched the copy in time. */
        EXPIRED
    }
}
