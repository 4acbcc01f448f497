package health.consilium.summary.service;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.EndReason.Outcome;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import health.consilium.summary.FollowUpProposed;
import health.consilium.summary.SummaryReleased;
import health.consilium.summary.store.AgreedStore;
import health.consilium.summary.store.AgreedStore.Draft;
import health.consilium.summary.store.AgreedStore.FollowUp;
import health.consilium.summary.store.AgreedStore.Version;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doctor writes what was agreed, during the call or after it, and releases it when it is right. */
@Service
@Transactional
public class SummaryDesk {
    private static final int LONGEST_DAYS = 366;

    private final Consultations consultations;
    private final AgreedStore store;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SummaryDesk(
            Consultations consultations,
            AgreedStore store,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.consultations = consultations;
        this.store = store;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param versions oldest first
     * @param draft for the doctor only
     */
    public record Sheet(
            boolean writable,
            List<Version> versions,
            @Nullable Draft draft,
            @Nullable FollowUp followUp) {}

    public Sheet of(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = mine(appointment, who);
        boolean doctor = view.doctor().equals(who.id());
        List<Version> versions = store.versions(appointment);
        audit.seen(entry(view, Action.VIEWED, who));
        return new Sheet(
                doctor && writable(view),
                versions,
                doctor ? store.draft(appointment).orElse(null) : null,
                store.followUp(appointment).orElse(null));
    }

    public Draft save(AppointmentId appointment, String agreed, String nextStep, int known, CurrentUser who) {
        asDoctor(appointment, who);
        if (!store.save(appointment, agreed, nextStep, known, clock.instant())) {
            throw changed();
        }
        return store.draft(appointment).orElseThrow();
    }

    /** Gives the patient the draft as the doctor saw it; asked twice for the same, it is given once. */
    public Sheet release(AppointmentId appointment, int revision, CurrentUser who) {
        ConsultationView view = asDoctor(appointment, who);
        Draft draft = store.lock(appointment)
                .filter(one -> one.revision() == revision)
                .orElseThrow(SummaryDesk::changed);
        if (draft.agreed().isBlank()) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please write what was agreed first.");
        }
        List<Version> before = store.versions(appointment);
        if (before.isEmpty() || before.getLast().draftRevision() != revision) {
            int number = before.size() + 1;
            store.release(
                    appointment,
                    new Version(number, draft.agreed(), draft.nextStep(), who.id(), revision, clock.instant()));
            audit.record(entry(view, Action.SIGNED, who).with("version", number));
            events.publishEvent(new SummaryReleased(appointment, number, view.patient(), view.doctor()));
        }
        return of(appointment, who);
    }

    /** @param at a time that the doctor names, on that day; or null */
    public Sheet propose(AppointmentId appointment, LocalDate day, @Nullable Instant at, String note, CurrentUser who) {
        ConsultationView view = asDoctor(appointment, who);
        LocalDate today = LocalDate.ofInstant(clock.instant(), who.zone());
        boolean soon = !day.isBefore(today) && day.isBefore(today.plusDays(LONGEST_DAYS));
        boolean fits = at == null
                || at.isAfter(clock.instant())
                        && Duration.between(day.atStartOfDay(who.zone()).toInstant(), at)
                                        .abs()
                                        .compareTo(Duration.ofDays(2))
                                < 0;
        if (!soon || !fits) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "Please choose a day within the next year.");
        }
        store.propose(appointment, new FollowUp(day, at, note, clock.instant()));
        audit.record(entry(view, Action.CHANGED, who).with("followUp", "PROPOSED"));
        events.publishEvent(new FollowUpProposed(appointment, view.patient(), view.doctor(), day, at));
        return of(appointment, who);
    }

    public Sheet takeBack(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = asDoctor(appointment, who);
        if (store.followUp(appointment).isPresent()) {
            store.takeBack(appointment);
            audit.record(entry(view, Action.CHANGED, who).with("followUp", "TAKEN_BACK"));
        }
        return of(appointment, who);
    }

    /** Foreign and unknown look the same. */
    private ConsultationView mine(AppointmentId appointment, CurrentUser who) {
        return consultations
                .ofAppointment(appointment)
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link."));
    }

    private ConsultationView asDoctor(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = mine(appointment, who);
        if (!view.doctor().equals(who.id())) {
            throw new Problem(ErrorCode.FORBIDDEN, "Only the doctor of this appointment can write its summary.");
        }
        if (clock.instant().isBefore(view.opensAt())) {
            throw new Problem(
                    ErrorCode.TOO_EARLY,
                    "This consultation has not opened yet.",
                    Map.of("opensAt", view.opensAt().toString()));
        }
        if (!writable(view)) {
            throw new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation was not held.");
        }
        return view;
    }

    private boolean writable(ConsultationView view) {
        boolean cancelled = view.endReason() != null && view.endReason().outcome() == Outcome.CANCELLED;
        return !cancelled && !clock.instant().isBefore(view.opensAt());
    }

    private static Problem changed() {
        return new Problem(
                ErrorCode.DRAFT_CHANGED, "This was changed in another window. Load it again before you go on.");
    }

    private static AuditEntry entry(ConsultationView view, Action action, CurrentUser who) {
        return AuditEntry.of(who.actor(), action, Subject.SUMMARY, view.appointment())
                .about(view.patient().value());
    }
}
