package health.consilium.consultation.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The deadlines that follow from a consultation as it stands. Nothing else arms one: a deadline that does not follow any
 * more cannot fire, however late a timer comes.
 */
public final class Deadlines {
    private static final Comparator<Deadline> BY_TIME =
            Comparator.comparing(Deadline::at).thenComparing(Deadline::kind);

    private Deadlines() {}

    public static Optional<Deadline> next(Consultation consultation, Limits limits) {
        return all(consultation, limits).stream().min(BY_TIME);
    }

    static List<Deadline> all(Consultation c, Limits limits) {
        List<Deadline> deadlines = new ArrayList<>();
        if (c.ended()) {
            return deadlines;
        }
        deadlines.add(new Deadline(Deadline.Kind.SLOT_END, c.endsAt()));
        switch (c.phase()) {
            case Phase.Scheduled s ->
                deadlines.add(new Deadline(Deadline.Kind.OPENING, c.startsAt().minus(limits.opensBefore())));
            case Phase.Waiting w
            when w.ringing() != null ->
                deadlines.add(new Deadline(
                        Deadline.Kind.RING_MISSED, w.ringing().since().plus(limits.ring())));
            case Phase.Interrupted i ->
                deadlines.add(new Deadline(Deadline.Kind.GRACE, i.since().plus(limits.grace())));
            case Phase.Open o -> {}
            case Phase.Waiting w -> {}
            case Phase.Live l -> {}
            case Phase.Ended e -> {}
        }
        Instant noShow = noShowAt(c, limits);
        if (noShow != null) {
            deadlines.add(new Deadline(Deadline.Kind.DOCTOR_NO_SHOW, noShow));
        }
        if (c.history().warned() < limits.warnings().size()) {
            deadlines.add(new Deadline(
                    Deadline.Kind.ENDING_SOON,
                    c.endsAt().minus(limits.warnings().get(c.history().warned()))));
        }
        return deadlines;
    }

    /** L11: five minutes from the later of the slot's start and the patient's first ring, until the doctor has come. */
    public static @Nullable Instant noShowAt(Consultation c, Limits limits) {
        Instant rang = c.history().patientRangAt();
        if (rang == null || c.history().doctorCame() || c.ended()) {
            return null;
        }
        Instant from = rang.isAfter(c.startsAt()) ? rang : c.startsAt();
        return from.plus(limits.noShowAfter());
    }
}
