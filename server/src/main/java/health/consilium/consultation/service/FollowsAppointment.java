package health.consilium.consultation.service;

import health.consilium.consultation.EndReason;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.store.ConsultationStore;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentRescheduled;
import health.consilium.scheduling.Canceller;
import health.consilium.scheduling.spi.ChangeGuard;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** An appointment that is moved or given up takes its consultation along, in the same transaction. */
@Component
class FollowsAppointment implements ChangeGuard {
    private final ConsultationStore store;
    private final FactRecorder facts;

    FollowsAppointment(ConsultationStore store, FactRecorder facts) {
        this.store = store;
        this.facts = facts;
    }

    /** What was due before counts first: a no-show that has come true is not moved away. */
    @Override
    public void beforeChange(AppointmentId appointment) {
        store.ofAppointment(appointment)
                .flatMap(stored -> facts.catchUp(stored.consultation().id()))
                .map(FactRecorder.Recorded::consultation)
                .filter(consultation -> consultation.history().firstLiveAt() != null)
                .ifPresent(begun -> {
                    throw tooLate();
                });
    }

    @EventListener
    void on(AppointmentCancelled cancelled) {
        if (cancelled.by() != Canceller.NOBODY) {
            tell(cancelled.appointment(), new Fact.Cancelled(reason(cancelled.by())));
        }
    }

    @EventListener
    void on(AppointmentRescheduled moved) {
        Appointment after = moved.after();
        tell(after, new Fact.Rescheduled(after.start(), after.end()));
    }

    private void tell(Appointment appointment, Fact fact) {
        store.ofAppointment(appointment.id())
                .map(stored -> stored.consultation())
                .filter(consultation -> !consultation.ended())
                .map(Consultation::id)
                .map(id -> facts.record(id, fact).refusal())
                .ifPresent(refusal -> {
                    throw tooLate();
                });
    }

    private static EndReason reason(Canceller by) {
        return switch (by) {
            case PATIENT -> EndReason.CANCELLED_BY_PATIENT;
            case DOCTOR -> EndReason.CANCELLED_BY_DOCTOR;
            case CLINIC, NOBODY -> EndReason.CANCELLED_BY_CLINIC;
        };
    }

    private static Problem tooLate() {
        return new Problem(
                ErrorCode.TOO_LATE, "This consultation has already begun and cannot be moved or cancelled any more.");
    }
}
