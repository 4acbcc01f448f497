package health.consilium.notification.mail;

import health.consilium.identity.UserView;
import health.consilium.notification.outbox.Message;
import health.consilium.payment.Payment;
import health.consilium.scheduling.Appointment;

/** What a message is about, as it is now. */
public record Story(Message message, Appointment appointment, UserView reader, UserView doctor, Payment payment) {
    /** Whether the patient reads it. */
    public boolean patient() {
        return reader.id().equals(appointment.patient());
    }
}
