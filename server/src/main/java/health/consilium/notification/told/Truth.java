package health.consilium.notification.told;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.Relevance;
import health.consilium.recording.WatchableRecordings;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether what a message says is still so when it is sent, which may be a day after it was written. */
@Component
class Truth implements Relevance {
    private final Appointments appointments;
    private final Consultations consultations;
    private final WatchableRecordings recordings;

    Truth(Appointments appointments, Consultations consultations, WatchableRecordings recordings) {
        this.recordings = recordings;
        this.appointments = appointments;
        this.consultations = consultations;
    }

    @Override
    public Verdict of(Message message) {
        if (message.kind().aboutAccount()) {
            return Verdict.TELL;
        }
        Optional<Appointment> found = appointments.find(message.appointment());
        if (found.isEmpty()) {
            return Verdict.OUTDATED;
        }
        Appointment appointment = found.get();
        return switch (message.kind()) {
            case INVITATION, RESCHEDULED, REMINDER_DAY, REMINDER_SOON ->
                appointment.status() == AppointmentStatus.BOOKED && appointment.revision() == message.revision()
                        ? Verdict.TELL
                        : Verdict.OUTDATED;
            case DOCTOR_WAITING ->
                consultations
                                .ofAppointment(appointment.id())
                                .filter(Waiting::forPatient)
                                .isPresent()
                        ? Verdict.TELL
                        : Verdict.FORGET;
            case RECORDING_READY -> recordings.has(message.subject()) ? Verdict.TELL : Verdict.OUTDATED;
            case MISSED_CALL -> missed(message, appointment) ? Verdict.TELL : Verdict.FORGET;
            default -> Verdict.TELL;
        };
    }

    private boolean missed(Message message, Appointment appointment) {
        return consultations
                .ofAppointment(appointment.id())
                .map(ConsultationView::id)
                .filter(id ->
                        consultations.missedRings(message.person(), List.of(id)).containsKey(id))
                .isPresent();
    }
}
