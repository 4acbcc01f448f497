package health.consilium.webhook.delivery;

import health.consilium.consultation.ConsultationChanged;
import health.consilium.consultation.ConsultationEnded;
import health.consilium.consultation.ConsultationView;
import health.consilium.payment.PaymentReceived;
import health.consilium.payment.Refunded;
import health.consilium.prescription.PrescriptionSigned;
import health.consilium.recording.RecordingReady;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentBooked;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentRescheduled;
import health.consilium.webhook.WebhookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What happens in the clinic, as receivers are told it: ids and times, nothing that says who or what about. */
@Component("webhookHappenings")
class Happenings {
    private final Deliveries deliveries;
    private final Clock clock;

    Happenings(Deliveries deliveries, Clock clock) {
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AppointmentBooked booked) {
        Appointment appointment = booked.appointment();
        tell(WebhookEvent.APPOINTMENT_BOOKED, appointment.id(), clock.instant(), slot(appointment));
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled cancelled) {
        Appointment appointment = cancelled.appointment();
        tell(WebhookEvent.APPOINTMENT_CANCELLED, appointment.id(), clock.instant(), slot(appointment));
    }

    @ApplicationModuleListener
    void on(AppointmentRescheduled moved) {
        Appointment after = moved.after();
        tell(WebhookEvent.APPOINTMENT_RESCHEDULED, after.id() + " " + after.revision(), clock.instant(), slot(after));
    }

    @ApplicationModuleListener
    void on(PaymentReceived paid) {
        Map<String, ?> data = Map.of("appointmentId", paid.appointment());
        tell(WebhookEvent.PAYMENT_RECEIVED, paid.appointment(), clock.instant(), data);
    }

    @ApplicationModuleListener
    void on(Refunded refunded) {
        Map<String, ?> data = Map.of("appointmentId", refunded.appointment());
        String subject = refunded.appointment() + " " + refunded.amountMinor();
        tell(WebhookEvent.PAYMENT_REFUNDED, subject, clock.instant(), data);
    }

    @ApplicationModuleListener
    void on(PrescriptionSigned signed) {
        tell(
                WebhookEvent.PRESCRIPTION_SIGNED,
                signed.prescription() + " " + signed.version(),
                clock.instant(),
                Map.of(
                        "appointmentId", signed.appointment(),
                        "prescriptionId", signed.prescription(),
                        "version", signed.version()));
    }

    @ApplicationModuleListener
    void on(RecordingReady ready) {
        Map<String, ?> data = Map.of("appointmentId", ready.appointment(), "recordingId", ready.recording());
        tell(WebhookEvent.RECORDING_READY, ready.recording(), clock.instant(), data);
    }

    /** Told again with each change while people talk; only the first makes a delivery. */
    @ApplicationModuleListener(condition = "#changed.view().phase().name() == 'LIVE'")
    void on(ConsultationChanged changed) {
        ConsultationView view = changed.view();
        if (view.firstLiveAt() != null) {
            tell(WebhookEvent.CONSULTATION_STARTED, view.id(), view.firstLiveAt(), held(view));
        }
    }

    @ApplicationModuleListener
    void on(ConsultationEnded ended) {
        ConsultationView view = ended.view();
        Instant at = view.endedAt() == null ? clock.instant() : view.endedAt();
        tell(WebhookEvent.CONSULTATION_ENDED, view.id(), at, held(view));
    }

    private static Map<String, Object> slot(Appointment appointment) {
        return Map.of("appointmentId", appointment.id(), "start", appointment.start(), "end", appointment.end());
    }

    private static Map<String, Object> held(ConsultationView view) {
        return Map.of("appointmentId", view.appointment(), "consultationId", view.id());
    }

    /** @param subject what it happened to; the same thing told twice has one name */
    private void tell(WebhookEvent kind, Object subject, Instant at, Map<String, ?> data) {
        UUID event = UUID.nameUUIDFromBytes((kind.type() + " " + subject).getBytes(StandardCharsets.UTF_8));
        deliveries.tell(kind, event, at, data);
    }
}
