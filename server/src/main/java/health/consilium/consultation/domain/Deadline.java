package health.consilium.consultation.domain;

import java.time.Instant;

/** A durable instant at which a fact becomes true. */
public record Deadline(Kind kind, Instant at) {
    /** In the order in which deadlines of the same instant are applied: the end of the slot comes last. */
    public enum Kind {
        OPENING,
        RING_MISSED,
        GRACE,
        ENDING_SOON,
        DOCTOR_NO_SHOW,
        SLOT_END
    }
}
