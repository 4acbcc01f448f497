package health.consilium.consultation.service;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.DeclineReason;
import health.consilium.consultation.EndReason;
import health.consilium.consultation.Entry;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.store.CallLog;
import health.consilium.consultation.store.ConsultationStore;
import health.consilium.consultation.store.Stored;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The module's API: each method is one fact. */
@Service
class ConsultationsFacade implements Consultations {
    private final ConsultationStore store;
    private final ConsultationService service;
    private final FactRecorder facts;
    private final Views views;
    private final CallLog log;
    private final AuditTrail trail;

    ConsultationsFacade(
            ConsultationStore store,
            ConsultationService service,
            FactRecorder facts,
            Views views,
            CallLog log,
            AuditTrail trail) {
        this.store = store;
        this.service = service;
        this.facts = facts;
        this.views = views;
        this.log = log;
        this.trail = trail;
    }

    @Override
    public Optional<ConsultationView> find(ConsultationId id) {
        return store.find(id).map(this::view);
    }

    @Override
    public Optional<ConsultationView> ofAppointment(AppointmentId appointment) {
        return store.ofAppointment(appointment).map(this::view);
    }

    @Override
    public List<ConsultationView> ofAppointments(Collection<AppointmentId> appointments) {
        return store.ofAppointments(appointments).stream().map(this::view).toList();
    }

    @Override
    public AgainstTheClock againstTheClock(Instant now) {
        Map<Boolean, Set<AppointmentId>> byOver = store.againstTheClock(now);
        return new AgainstTheClock(byOver.getOrDefault(true, Set.of()), byOver.getOrDefault(false, Set.of()));
    }

    @Override
    public Map<ConsultationId, Instant> missedRings(UserId person, Collection<ConsultationId> ids) {
        return log.missedRings(person, ids);
    }

    @Override
    public List<ConsultationView> currentOf(UserId person) {
        return store.notEndedOf(person).stream().map(this::view).toList();
    }

    @Override
    public List<ConsultationView> inProgress() {
        return store.inProgress().stream().map(this::view).toList();
    }

    @Override
    public List<ConsultationView> endedBetween(Instant from, Instant to) {
        return store.endedBetween(from, to).stream().map(this::view).toList();
    }

    @Override
    public Optional<Problem> refusal(AppointmentId appointment, CurrentUser who) {
        return service.refusal(appointment, who);
    }

    @Override
    public Entry enter(AppointmentId appointment, CurrentUser who) {
        Appointment booked = service.required(appointment);
        service.notFirm(booked, who).ifPresent(refusal -> {
            throw refusal;
        });
        Stored stored = service.ensure(booked);
        Consultation current = facts.catchUp(stored.consultation().id())
                .orElseThrow(FactRecorder::unknown)
                .consultation();
        service.refusal(appointment, who).ifPresent(refusal -> {
            throw refusal;
        });
        ConsultationView view = find(current.id()).orElseThrow(FactRecorder::unknown);
        return new Entry(view, service.admit(view, who));
    }

    @Override
    public ConsultationView arrived(ConsultationId id, UserId who) {
        return tell(id, new Fact.Present(who));
    }

    @Override
    public ConsultationView mediaUp(ConsultationId id, UserId who) {
        return tell(id, new Fact.MediaUp(who));
    }

    @Override
    public ConsultationView mediaReset(ConsultationId id) {
        return tell(id, new Fact.MediaReset());
    }

    @Override
    public ConsultationView linkLost(ConsultationId id, UserId who) {
        return tell(id, new Fact.LinkLost(who));
    }

    @Override
    public ConsultationView left(ConsultationId id, UserId who) {
        return tell(id, new Fact.Left(who));
    }

    @Override
    public ConsultationView ring(ConsultationId id, UserId by) {
        return tell(id, new Fact.Rung(by));
    }

    @Override
    public ConsultationView cancelRing(ConsultationId id, UserId by) {
        return tell(id, new Fact.RingCancelled(by));
    }

    @Override
    public ConsultationView accept(ConsultationId id, UserId by) {
        return tell(id, new Fact.Accepted(by));
    }

    @Override
    public ConsultationView decline(ConsultationId id, UserId by, DeclineReason why, @Nullable String note) {
        return tell(id, new Fact.Declined(by, why, note));
    }

    /** What was due before a refusal is kept, as in {@link FactRecorder}. */
    @Override
    @Transactional(noRollbackFor = Problem.class)
    public ConsultationView end(ConsultationId id, CurrentUser by) {
        Consultation before = store.lock(id).orElseThrow(FactRecorder::unknown).consultation();
        ConsultationView after = tell(id, new Fact.EndRequested(by.id()));
        if (!before.ended()) {
            trail.record(entry(before, Action.ENDED, by));
        }
        return after;
    }

    @Override
    public ConsultationView cancel(ConsultationId id, CurrentUser by) {
        EndReason reason = switch (by.role()) {
            case PATIENT -> EndReason.CANCELLED_BY_PATIENT;
            case DOCTOR -> EndReason.CANCELLED_BY_DOCTOR;
            case ADMIN -> EndReason.CANCELLED_BY_CLINIC;
        };
        return tell(id, new Fact.Cancelled(reason));
    }

    @Override
    @Transactional(noRollbackFor = Problem.class)
    public ConsultationView extend(ConsultationId id, CurrentUser by, int minutes) {
        Consultation c = store.find(id).orElseThrow(FactRecorder::unknown).consultation();
        if (!by.is(Role.DOCTOR) || !by.id().equals(c.doctor())) {
            throw new Problem(ErrorCode.NOT_A_PARTICIPANT, "Only the doctor of this appointment can extend it.");
        }
        Instant latest = service.latestEnd(c);
        FactRecorder.Recorded recorded = facts.record(id, new Fact.Extended(minutes, latest));
        if (recorded.refusal() != null) {
            long possible = Math.max(0, Duration.between(c.endsAt(), latest).toMinutes());
            throw new Problem(
                    ErrorCode.EXTENSION_NOT_POSSIBLE,
                    possible == 0
                            ? "This consultation cannot be extended any more: the next appointment or the limit is reached."
                            : "This consultation can be extended by at most " + possible
                                    + " minutes while it is running.",
                    Map.of("availableMinutes", possible));
        }
        trail.record(entry(c, Action.CHANGED, by).with("minutes", minutes));
        return views.of(recorded.consultation(), recorded.version());
    }

    private static AuditEntry entry(Consultation c, Action action, CurrentUser by) {
        return AuditEntry.of(by.actor(), action, Subject.CALL, c.appointment())
                .about(c.patient().value());
    }

    private ConsultationView tell(ConsultationId id, Fact fact) {
        FactRecorder.Recorded recorded = facts.record(id, fact);
        if (recorded.refusal() != null) {
            throw new Problem(recorded.refusal(), words(recorded.refusal()));
        }
        return views.of(recorded.consultation(), recorded.version());
    }

    private static String words(ErrorCode code) {
        return switch (code) {
            case NOT_RINGING -> "This call is not ringing any more. It may have been answered on another device.";
            case NOT_IN_CALL -> "Nobody is in this consultation yet.";
            case TOO_EARLY -> "This consultation has not opened yet.";
            case TOO_LATE -> "This consultation has already begun and cannot be cancelled any more.";
            default -> "This is not possible right now.";
        };
    }

    private ConsultationView view(Stored stored) {
        return views.of(stored.consultation(), stored.version());
    }
}
