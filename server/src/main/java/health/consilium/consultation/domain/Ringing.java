package health.consilium.consultation.domain;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What becomes of rings. A ring is a fact of {@link Phase.Waiting}; it is settled exactly once. */
final class Ringing {
    Decision rung(Consultation c, UserId by, Instant now) {
        if (!(c.phase() instanceof Phase.Waiting w) || !w.present().contains(by)) {
            return c.phase() instanceof Phase.Live ? Decision.nothing(c) : Decision.refuse(c, ErrorCode.NOT_IN_CALL);
        }
        if (w.ringing() != null) {
            // Both ring at once: the second ring is the answer to the first.
            return w.ringing().by().equals(by) ? Decision.nothing(c) : accepted(c, by);
        }
        History history = by.equals(c.patient()) ? c.history().patientRang(now) : c.history();
        return Decision.to(ringing(c, w, new Phase.Ring(by, now)).with(history), new Happening.Rang(by));
    }

    Decision cancelled(Consultation c, UserId by) {
        Phase.Ring ring = ring(c);
        return ring == null || !ring.by().equals(by)
                ? Decision.nothing(c)
                : Decision.to(silent(c), new Happening.RingCancelled(by));
    }

    Decision accepted(Consultation c, UserId by) {
        Phase.Ring ring = ring(c);
        if (ring == null && c.present().contains(by)) {
            // Coming in was the answer already.
            return Decision.nothing(c);
        }
        return ring == null || ring.by().equals(by)
                ? Decision.refuse(c, ErrorCode.NOT_RINGING)
                : Decision.to(silent(c), new Happening.RingAccepted(ring.by()));
    }

    Decision declined(Consultation c, Fact.Declined fact) {
        Phase.Ring ring = ring(c);
        return ring == null || ring.by().equals(fact.by())
                ? Decision.refuse(c, ErrorCode.NOT_RINGING)
                : Decision.to(silent(c), new Happening.RingDeclined(ring.by(), fact.why(), fact.note()));
    }

    Decision missed(Consultation c) {
        Phase.Ring ring = ring(c);
        return ring == null ? Decision.nothing(c) : Decision.to(silent(c), new Happening.RingMissed(ring.by()));
    }

    /** A consultation that ends while it rings stops ringing first. */
    static Decision settleBeforeEnd(Consultation c) {
        Phase.Ring ring = ring(c);
        return ring == null ? Decision.nothing(c) : Decision.to(silent(c), new Happening.RingCancelled(ring.by()));
    }

    static Phase.@Nullable Ring ring(Consultation c) {
        return c.phase() instanceof Phase.Waiting w ? w.ringing() : null;
    }

    static Consultation silent(Consultation c) {
        return c.phase() instanceof Phase.Waiting w ? ringing(c, w, null) : c;
    }

    private static Consultation ringing(Consultation c, Phase.Waiting w, Phase.@Nullable Ring ring) {
        return c.in(new Phase.Waiting(w.present(), w.mediaUp(), ring));
    }
}
