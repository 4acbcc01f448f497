package health.consilium.notification.mail;

import health.consilium.notification.MailProperties;
import health.consilium.notification.MailProperties.Security;
import health.consilium.notification.outbox.Carrier.Outcome;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.Problem;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server (RFC 5321, 6409), a connection each. */
final class SmtpPost implements MailPost {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);
    private static final int FOR_GOOD = 500;

    /** How many times as long as for any other word we wait for the one that the mail is taken. */
    private static final int LAST_WORD = 4;

    private final MailProperties settings;
    private final MailSockets sockets;
    private final Session session;

    SmtpPost(MailProperties settings) {
        this.settings = settings;
        this.sockets = new MailSockets(settings.authority());
        this.session = Session.getInstance(properties(settings, sockets));
    }

    @Override
    public Outcome send(Message message, MimeMessage mail) throws MessagingException {
        HandingOver transport = transport();
        try {
            connect(transport);
            transport.sendMessage(mail, mail.getAllRecipients());
            return new Outcome.Sent();
        } catch (MessagingException e) {
            Outcome outcome = outcome(e, transport.perhapsTaken());
            // What a server says may quote the address.
            LOG.warn(
                    "mail {} was not taken: {} ({})",
                    message.id(),
                    outcome,
                    e.getClass().getSimpleName());
            return outcome;
        } finally {
            close(transport);
        }
    }

    /** Connects, encrypts and signs in, and leaves again. @throws MessagingException when the server does not let us in */
    void greet() throws MessagingException {
        HandingOver transport = transport();
        try {
            connect(transport);
        } finally {
            close(transport);
        }
    }

    private HandingOver transport() {
        boolean encrypted = settings.security() == Security.TLS;
        return new HandingOver(session, encrypted, sockets, settings.timeout().multipliedBy(LAST_WORD));
    }

    private void connect(Transport transport) throws MessagingException {
        transport.connect(
                settings.host(),
                settings.port(),
                settings.user(),
                settings.password() == null ? null : settings.password().reveal());
    }

    /** It was taken or not; how the connection ended changes nothing about that. */
    private void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debug("the mail server did not say good-bye");
        } finally {
            sockets.forget();
        }
    }

    /** @param perhapsTaken whether all of the mail had been said */
    static Outcome outcome(MessagingException e, boolean perhapsTaken) {
        if (e instanceof AuthenticationFailedException) {
            return new Outcome.Again(Problem.SIGN_IN_REFUSED);
        }
        SMTPAddressFailedException address = find(e, SMTPAddressFailedException.class);
        if (address != null) {
            return answered(address.getReturnCode(), Problem.ADDRESS_REFUSED);
        }
        SMTPSenderFailedException sender = find(e, SMTPSenderFailedException.class);
        if (sender != null) {
            return new Outcome.Again(Problem.REFUSED);
        }
        SMTPSendFailedException refused = find(e, SMTPSendFailedException.class);
        if (refused != null && refused.getReturnCode() > 0) {
            return answered(refused.getReturnCode(), Problem.REFUSED);
        }
        if (perhapsTaken) {
            return new Outcome.Again(Problem.PERHAPS_TAKEN);
        }
        return new Outcome.Again(Distrust.of(e) == null ? Problem.NO_ANSWER : Problem.NOT_TRUSTED);
    }

    private static Outcome answered(int code, Problem forGood) {
        return code >= FOR_GOOD ? new Outcome.Never(forGood) : new Outcome.Again(Problem.NOT_NOW);
    }

    private static <T extends SendFailedException> @Nullable T find(MessagingException e, Class<T> wanted) {
        for (Exception cause = e; cause instanceof MessagingException one; cause = one.getNextException()) {
            if (wanted.isInstance(cause)) {
                return wanted.cast(cause);
            }
        }
        return null;
    }

    private static Properties properties(MailProperties settings, MailSockets sockets) {
        Properties all = new Properties();
        String timeout = String.valueOf(settings.timeout().toMillis());
        for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
            all.put(protocol + "connectiontimeout", timeout);
            all.put(protocol + "timeout", timeout);
            all.put(protocol + "writetimeout", timeout);
            all.put(protocol + "auth", String.valueOf(settings.user() != null));
            all.put(protocol + "quitwait", "false");
            all.put(protocol + "ssl.checkserveridentity", "true");
            all.put(protocol + "ssl.protocols", "TLSv1.3 TLSv1.2");
            all.put(protocol + "ssl.socketFactory", sockets.encrypted());
            all.put(protocol + "socketFactory.fallback", "false");
        }
        all.put("mail.smtp.socketFactory", sockets.plain());
        all.put("mail.smtp.starttls.enable", String.valueOf(settings.security() == Security.STARTTLS));
        all.put("mail.smtp.starttls.required", String.valueOf(settings.security() == Security.STARTTLS));
        all.put("mail.transport.protocol.rfc822", "smtp");
        return all;
    }

    @Override
    public String toString() {
        return "SmtpPost[" + Objects.requireNonNull(settings.host()) + "]";
    }
}
