package health.consilium.notification.mail;

import health.consilium.notification.outbox.Carrier.Outcome;
import health.consilium.notification.outbox.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** How a finished mail leaves. */
interface MailPost {
    Outcome send(Message message, MimeMessage mail) throws MessagingException;
}
