package health.consilium.payment.desk;

import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import org.springframework.stereotype.Component;

/** Whether what is paid for takes place. */
@Component
class Bookings {
    private final Appointments appointments;

    Bookings(Appointments appointments) {
        this.appointments = appointments;
    }

    /** Asked when money has come, in its transaction: books firmly what was held, as long as its time is free. */
    boolean confirm(Appointment appointment) {
        return appointments.confirm(appointment.id());
    }

    static boolean isCancelled(Appointment appointment) {
        return appointment.status() == AppointmentStatus.CANCELLED;
    }
}
