package health.consilium.notification.mail;

import health.consilium.identity.Users;
import health.consilium.notification.outbox.Message;
import health.consilium.payment.Payments;
import health.consilium.scheduling.Appointments;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out what a message is about when it is sent. */
@Component
public class Stories {
    private final Appointments appointments;
    private final Users users;
    private final Payments payments;

    Stories(Appointments appointments, Users users, Payments payments) {
        this.appointments = appointments;
        this.users = users;
        this.payments = payments;
    }

    /** Empty when the person or the appointment is not there any more. */
    public Optional<Story> of(Message message) {
        return appointments
                .find(message.appointment())
                .flatMap(appointment -> users.find(message.person())
                        .flatMap(reader -> users.find(appointment.doctor())
                                .map(doctor -> new Story(
                                        message, appointment, reader, doctor, payments.of(appointment.id())))));
    }
}
