package health.consilium.notification.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * One conversation with a mail server that knows when the last word of the mail was said. From then on the mail may be taken,
 * whatever we hear or do not, and a server that looks through it for viruses needs longer for its answer (RFC 5321 §4.5.3.2.6).
 */
final class HandingOver extends SMTPTransport {
    private final MailSockets sockets;
    private final Duration lastPatience;
    private boolean perhapsTaken;

    HandingOver(Session session, boolean encrypted, MailSockets sockets, Duration lastPatience) {
        super(session, new URLName(name(encrypted), null, -1, null, null, null), name(encrypted), encrypted);
        this.sockets = sockets;
        this.lastPatience = lastPatience;
    }

    private static String name(boolean encrypted) {
        return encrypted ? "smtps" : "smtp";
    }

    /** Whether all of a mail was said, and nothing heard about it. */
    boolean perhapsTaken() {
        return perhapsTaken;
    }

    @Override
    protected void finishData() throws IOException, MessagingException {
        sockets.patience(lastPatience);
        perhapsTaken = true;
        super.finishData();
    }
}
