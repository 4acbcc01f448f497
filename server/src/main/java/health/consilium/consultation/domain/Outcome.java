package health.consilium.consultation.domain;

import health.consilium.kernel.ErrorCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a fact and of the deadlines that were due before it.
 *
 * @param occurrences in order, each with the instant at which it became true (a deadline's own, not the timer's)
 * @param refusal why the fact was not accepted, or null; what the deadlines did stands in any case
 */
public record Outcome(
        Consultation next,
        List<Occurrence> occurrences,
        @Nullable ErrorCode refusal) {
    /** A happening and its time. */
    public record Occurrence(Instant at, Happening what) {}

    static Outcome unchanged(Consultation consultation) {
        return new Outcome(consultation, List.of(), null);
    }

    Outcome then(Decision decision, Instant at) {
        List<Occurrence> all = new ArrayList<>(occurrences);
        decision.happenings().forEach(happening -> all.add(new Occurrence(at, happening)));
        return new Outcome(decision.next(), List.copyOf(all), decision.refusal());
    }
}
