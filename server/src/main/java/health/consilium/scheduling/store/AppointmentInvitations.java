package health.consilium.scheduling.store;

import health.consilium.identity.UserId;
import health.consilium.identity.spi.Invitations;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a mailed link leads to. */
@Component
class AppointmentInvitations implements Invitations {
    private final Appointments appointments;

    AppointmentInvitations(Appointments appointments) {
        this.appointments = appointments;
    }

    @Override
    public Optional<Invitation> about(UUID appointment) {
        return appointments.find(new AppointmentId(appointment)).map(AppointmentInvitations::invitation);
    }

    @Override
    public Optional<Invitation> next(UserId patient, Instant now) {
        return appointments.of(patient).stream()
                .filter(appointment -> appointment.patient().equals(patient)
                        && appointment.status() == AppointmentStatus.BOOKED
                        && now.isBefore(appointment.end()))
                .findFirst()
                .map(AppointmentInvitations::invitation);
    }

    private static Invitation invitation(Appointment appointment) {
        return new Invitation(appointment.id().value(), appointment.doctor(), appointment.start(), appointment.end());
    }
}
