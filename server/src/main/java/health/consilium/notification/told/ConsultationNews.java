package health.consilium.notification.told;

import health.consilium.consultation.ConsultationChanged;
import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.EndReason;
import health.consilium.consultation.RingChanged;
import health.consilium.identity.UserId;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** L7, L11: what a consultation makes people know, in the transaction in which it happened. */
@Component
class ConsultationNews {
    /** Whoever is a moment late need not be told that somebody waits. */
    static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Whoever answers in the next moment has not missed a call. */
    static final Duration ANSWERS = Duration.ofSeconds(30);
    /** How long it is of use to know what became of an appointment. */
    static final Duration KNOWN = Duration.ofDays(7);

    private final Postbox postbox;
    private final Clock clock;

    ConsultationNews(Postbox postbox, Clock clock) {
        this.postbox = postbox;
        this.clock = clock;
    }

    @EventListener
    void on(ConsultationChanged changed) {
        ConsultationView view = changed.view();
        if (Waiting.forPatient(view)) {
            Instant now = clock.instant();
            Instant since = view.startsAt().isAfter(now) ? view.startsAt() : now;
            post(Kind.DOCTOR_WAITING, view, view.patient(), since.plus(PATIENCE), view.endsAt());
        }
    }

    @EventListener
    void on(RingChanged changed) {
        if (changed.state() == RingChanged.State.MISSED) {
            ConsultationView view = changed.view();
            post(Kind.MISSED_CALL, view, changed.callee(), clock.instant().plus(ANSWERS), view.endsAt());
        }
    }

    @EventListener
    void on(ConsultationEnded ended) {
        ConsultationView view = ended.view();
        EndReason reason = view.endReason();
        if (reason == null) {
            return;
        }
        switch (reason) {
            case COMPLETED, SLOT_ELAPSED -> after(Kind.RECEIPT, view, view.patient());
            case DOCTOR_NO_SHOW -> both(Kind.DOCTOR_NO_SHOW, view);
            case PATIENT_NO_SHOW -> both(Kind.PATIENT_NO_SHOW, view);
            case NEVER_CONNECTED -> both(Kind.CALL_FAILED, view);
            // The appointment says so itself.
            case CANCELLED_BY_PATIENT, CANCELLED_BY_DOCTOR, CANCELLED_BY_CLINIC -> {}
        }
    }

    private void both(Kind kind, ConsultationView view) {
        postbox.drop(view.appointment(), Reminders.KINDS);
        after(kind, view, view.patient());
        after(kind, view, view.doctor());
    }

    private void after(Kind kind, ConsultationView view, UserId person) {
        Instant now = clock.instant();
        post(kind, view, person, now, now.plus(KNOWN));
    }

    private void post(Kind kind, ConsultationView view, UserId person, Instant at, Instant until) {
        postbox.post(Posting.about(kind, view.appointment(), 0, person, at, until));
    }
}
