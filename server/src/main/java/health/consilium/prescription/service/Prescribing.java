package health.consilium.prescription.service;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.EndReason.Outcome;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.prescription.PrescriptionProperties;
import health.consilium.prescription.store.PrescriptionStore;
import health.consilium.prescription.store.PrescriptionStore.Head;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Who may prescribe, and when (A4, S14): the appointment's doctor, from the opening of the consultation until some days after. */
@Component
class Prescribing {
    private final Consultations consultations;
    private final PrescriptionStore store;
    private final PrescriptionProperties settings;
    private final Clock clock;

    Prescribing(Consultations consultations, PrescriptionStore store, PrescriptionProperties settings, Clock clock) {
        this.consultations = consultations;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Foreign and unknown look the same. */
    ConsultationView mine(AppointmentId appointment, CurrentUser who) {
        return consultations
                .ofAppointment(appointment)
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link."));
    }

    ConsultationView asDoctor(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = mine(appointment, who);
        if (!view.doctor().equals(who.id())) {
            throw new Problem(ErrorCode.FORBIDDEN, "Only the doctor of this appointment can prescribe.");
        }
        return view;
    }

    /** Locked until the transaction is over. */
    Head ownLocked(UUID prescription, CurrentUser who) {
        return store.lock(prescription)
                .filter(head -> head.doctor().equals(who.id()))
                .orElseThrow(Prescribing::unknown);
    }

    static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This prescription is not known here. Please check the link.");
    }

    boolean open(ConsultationView view) {
        Instant now = clock.instant();
        Instant end = view.endedAt() == null ? view.endsAt() : view.endedAt();
        boolean given = view.endReason() != null && view.endReason().outcome() == Outcome.CANCELLED;
        return !given && !now.isBefore(view.opensAt()) && now.isBefore(end.plus(settings.after()));
    }

    void refuseWhenClosed(ConsultationView view) {
        if (!open(view)) {
            throw new Problem(
                    ErrorCode.PRESCRIBING_CLOSED,
                    "You can prescribe from the opening of a consultation until "
                            + settings.after().toDays() + " days after it.",
                    Map.of(
                            "opensAt",
                            view.opensAt().toString(),
                            "days",
                            settings.after().toDays()));
        }
    }
}
