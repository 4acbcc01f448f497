package health.consilium.care.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Whose visit it is. Unknown and foreign look the same. */
@Component
class Visits {
    private final Appointments appointments;

    Visits(Appointments appointments) {
        this.appointments = appointments;
    }

    Appointment ofPatient(UUID id, CurrentUser who) {
        return found(id, appointment -> appointment.patient().equals(who.id()));
    }

    Appointment ofDoctor(UUID id, CurrentUser who) {
        return found(id, appointment -> appointment.doctor().equals(who.id()));
    }

    Appointment ofParticipant(UUID id, CurrentUser who) {
        return found(id, appointment -> appointment.isParticipant(who.id()));
    }

    Appointment any(UUID id) {
        return found(id, appointment -> true);
    }

    private Appointment found(UUID id, Predicate<Appointment> own) {
        return appointments
                .find(new AppointmentId(id))
                .filter(own)
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
    }
}
