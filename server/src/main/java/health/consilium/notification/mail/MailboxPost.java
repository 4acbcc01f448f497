package health.consilium.notification.mail;

import health.consilium.notification.outbox.Carrier.Outcome;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.store.MailboxStore;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Keeps the mails of a demo, whole as they would have left. */
final class MailboxPost implements MailPost {
    private final MailboxStore mailbox;

    MailboxPost(MailboxStore mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public Outcome send(Message message, MimeMessage mail) throws MessagingException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            mail.writeTo(bytes);
        } catch (IOException e) {
            throw new MessagingException("the mail cannot be written", e);
        }
        mailbox.keep(message.id(), bytes.toByteArray());
        return new Outcome.Sent();
    }
}
