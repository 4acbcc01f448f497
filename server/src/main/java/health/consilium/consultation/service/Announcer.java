package health.consilium.consultation.service;

import health.consilium.consultation.ConsultationChanged;
import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.DeclineReason;
import health.consilium.consultation.EndMoved;
import health.consilium.consultation.EndReason;
import health.consilium.consultation.EndingSoon;
import health.consilium.consultation.RingChanged;
import health.consilium.consultation.RingChanged.State;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Happening;
import health.consilium.consultation.domain.Outcome.Occurrence;
import health.consilium.consultation.domain.Phase;
import health.consilium.consultation.store.ConsultationStore;
import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.scheduling.Canceller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns what happened into the events other modules listen to, and keeps the appointment in step. */
@Component
class Announcer {
    private final ApplicationEventPublisher events;
    private final Views views;
    private final ConsultationStore store;
    private final Appointments appointments;

    Announcer(ApplicationEventPublisher events, Views views, ConsultationStore store, Appointments appointments) {
        this.events = events;
        this.views = views;
        this.store = store;
        this.appointments = appointments;
    }

    void announce(Consultation before, Consultation after, long version, List<Occurrence> occurrences) {
        ConsultationView view = views.of(after, version);
        if (before.startsAt().equals(after.startsAt()) && !before.endsAt().equals(after.endsAt())) {
            appointments.extendTo(after.appointment(), after.endsAt());
            events.publishEvent(new EndMoved(view));
        }
        occurrences.forEach(occurrence -> tell(view, occurrence.what()));
        events.publishEvent(new ConsultationChanged(view));
        if (after.phase() instanceof Phase.Ended ended) {
            close(after, ended.reason());
            events.publishEvent(new ConsultationEnded(view));
        }
    }

    private void tell(ConsultationView view, Happening happening) {
        switch (happening) {
            case Happening.Rang h -> {
                boolean busy = store.busy(view.other(h.by()), view.id());
                ring(view, h.by(), busy ? State.BUSY : State.RINGING, null, null);
            }
            case Happening.RingAccepted h -> ring(view, h.caller(), State.ACCEPTED, null, null);
            case Happening.RingDeclined h -> ring(view, h.caller(), State.DECLINED, h.why(), h.note());
            case Happening.RingCancelled h -> ring(view, h.caller(), State.CANCELLED, null, null);
            case Happening.RingMissed h -> ring(view, h.caller(), State.MISSED, null, null);
            case Happening.Warned h -> events.publishEvent(new EndingSoon(view, h.minutesLeft()));
            case Happening.Opened h -> {}
            case Happening.Came h -> {}
            case Happening.WentLive h -> {}
            case Happening.DroppedOut h -> {}
            case Happening.CameBack h -> {}
            case Happening.GraceOver h -> {}
            case Happening.Left h -> {}
            case Happening.Extended h -> {}
            case Happening.Rescheduled h -> {}
            case Happening.Finished h -> {}
        }
    }

    private void ring(
            ConsultationView view, UserId caller, State state, @Nullable DeclineReason why, @Nullable String note) {
        events.publishEvent(new RingChanged(view, caller, view.other(caller), state, why, note));
    }

    private void close(Consultation c, EndReason reason) {
        switch (reason) {
            case COMPLETED, SLOT_ELAPSED -> appointments.close(c.appointment(), AppointmentStatus.COMPLETED);
            case PATIENT_NO_SHOW -> appointments.close(c.appointment(), AppointmentStatus.NO_SHOW);
            case DOCTOR_NO_SHOW, NEVER_CONNECTED -> appointments.close(c.appointment(), AppointmentStatus.CANCELLED);
            case CANCELLED_BY_PATIENT -> appointments.cancelled(c.appointment(), Canceller.PATIENT, reason.refundDue());
            case CANCELLED_BY_DOCTOR -> appointments.cancelled(c.appointment(), Canceller.DOCTOR, reason.refundDue());
            case CANCELLED_BY_CLINIC -> appointments.cancelled(c.appointment(), Canceller.CLINIC, reason.refundDue());
        }
    }
}
