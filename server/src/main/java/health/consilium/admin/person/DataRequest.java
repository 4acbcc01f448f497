package health.consilium.admin.person;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that a patient asked for. @param outcome JSON, by section what is gone and what stays */
record DataRequest(
        UUID id,
        UUID person,
        Kind kind,
        State state,
        Instant askedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant expiresAt,
        String outcome) {
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
        REFUSED
    }
}
