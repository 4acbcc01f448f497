package health.consilium.consultation;

import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Happening;
import health.consilium.consultation.domain.Lifecycle;
import health.consilium.consultation.domain.Limits;
import health.consilium.consultation.domain.Outcome;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.scheduling.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells a consultation what happens, at the times it happens, and remembers what came of it. */
public final class Story {
    public static final Instant START = Instant.parse("2030-01-07T10:00:00Z");
    public static final Instant END = START.plus(Duration.ofMinutes(30));
    public static final UserId PATIENT = new UserId(UUID.fromString("00000000-0000-4000-8000-000000000001"));
    public static final UserId DOCTOR = new UserId(UUID.fromString("00000000-0000-4000-8000-000000000002"));

    private final Lifecycle lifecycle = new Lifecycle(Limits.DEFAULT);
    private final List<Outcome.Occurrence> occurrences = new ArrayList<>();
    private Consultation consultation = Consultation.scheduled(
            new ConsultationId(UUID.randomUUID()), new AppointmentId(UUID.randomUUID()), PATIENT, DOCTOR, START, END);
    private Instant now = START.minus(Duration.ofHours(1));
    private @Nullable ErrorCode refusal;

    /** Moves to the start of the slot plus {@code offset}; no timer runs. */
    public Story at(Duration offset) {
        now = START.plus(offset);
        return this;
    }

    public Story tell(Fact fact) {
        Outcome outcome = lifecycle.handle(consultation, fact, now);
        occurrences.addAll(outcome.occurrences());
        consultation = outcome.next();
        refusal = outcome.refusal();
        return this;
    }

    /** The timer runs now. */
    public Story timer() {
        Outcome outcome = lifecycle.catchUp(consultation, now);
        occurrences.addAll(outcome.occurrences());
        consultation = outcome.next();
        return this;
    }

    public Story patientWaitsAndRings() {
        return tell(new Fact.Present(PATIENT)).tell(new Fact.Rung(PATIENT));
    }

    public Story doctorComes() {
        return tell(new Fact.Present(DOCTOR));
    }

    public Story mediaFlows() {
        return tell(new Fact.MediaUp(PATIENT)).tell(new Fact.MediaUp(DOCTOR));
    }

    /** Both are in conversation from now on. */
    public Story live() {
        return patientWaitsAndRings().doctorComes().mediaFlows();
    }

    public Consultation now() {
        return consultation;
    }

    public PhaseName phase() {
        return consultation.phase().name();
    }

    public @Nullable ErrorCode refusal() {
        return refusal;
    }

    public List<Happening> happened() {
        return occurrences.stream().map(Outcome.Occurrence::what).toList();
    }

    public List<Outcome.Occurrence> occurrences() {
        return List.copyOf(occurrences);
    }
}
