package health.consilium.consultation.domain;

import health.consilium.kernel.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a fact.
 *
 * @param next the consultation afterwards; the same when nothing changed
 * @param happenings in order
 * @param refusal why the fact was not accepted, or null
 */
public record Decision(
        Consultation next,
        List<Happening> happenings,
        @Nullable ErrorCode refusal) {
    static Decision nothing(Consultation consultation) {
        return new Decision(consultation, List.of(), null);
    }

    static Decision to(Consultation next, Happening... happenings) {
        return new Decision(next, List.of(happenings), null);
    }

    static Decision refuse(Consultation consultation, ErrorCode code) {
        return new Decision(consultation, List.of(), code);
    }

    Decision after(Decision earlier) {
        List<Happening> all = new ArrayList<>(earlier.happenings);
        all.addAll(happenings);
        return new Decision(next, List.copyOf(all), refusal);
    }
}
