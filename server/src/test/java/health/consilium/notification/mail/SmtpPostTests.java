package health.consilium.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import health.consilium.identity.UserId;
import health.consilium.notification.MailProperties;
import health.consilium.notification.MailProperties.Security;
import health.consilium.notification.outbox.Carrier.Outcome;
import health.consilium.notification.outbox.Channel;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Message;
import health.consilium.notification.outbox.Problem;
import health.consilium.notification.outbox.State;
import health.consilium.scheduling.AppointmentId;
import health.consilium.testing.FickleSmtp;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** F19: what a mail server says, how late, and what we make of it. */
class SmtpPostTests {
    private static final GreenMail MAILS = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private static final FickleSmtp WAY;

    static {
        MAILS.start();
        WAY = new FickleSmtp(MAILS.getSmtp().getPort());
    }

    @AfterAll
    static void close() {
        WAY.close();
        MAILS.stop();
    }

    private static Outcome send(FickleSmtp.Mood mood, Duration timeout) throws MessagingException {
        WAY.behaves(mood);
        MailProperties settings =
                new MailProperties("127.0.0.1", WAY.port(), Security.NONE, null, null, null, timeout, null);
        return new SmtpPost(settings).send(message(), mail());
    }

    static MimeMessage mail() throws MessagingException {
        MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("appointments@clinic.example");
        mail.setRecipients(MimeMessage.RecipientType.TO, "somebody@patients.example");
        mail.setSubject("Your appointment");
        mail.setText("It is tomorrow.");
        mail.saveChanges();
        return mail;
    }

    static Message message() {
        Instant now = Instant.parse("2030-01-07T09:00:00Z");
        UUID id = UUID.randomUUID();
        return new Message(
                id,
                Kind.INVITATION,
                new AppointmentId(id),
                id,
                0,
                new UserId(id),
                Channel.MAIL,
                "",
                State.SENDING,
                1,
                0,
                now,
                now.plusSeconds(60),
                null,
                now,
                null,
                null);
    }

    @Test
    @DisplayName("F19: the word that a mail is taken may come four times as late as any other")
    void slow() throws MessagingException {
        assertThat(FickleSmtp.LAST_WORD).isGreaterThan(Duration.ofSeconds(1));
        int before = MAILS.getReceivedMessages().length;
        assertThat(send(FickleSmtp.Mood.SLOW, Duration.ofSeconds(1))).isEqualTo(new Outcome.Sent());
        assertThat(MAILS.getReceivedMessages()).hasSize(before + 1);
    }

    @Test
    @DisplayName("F19: accepted after our patience: it may be there, and that is what is remembered")
    void acceptedTooLate() throws MessagingException {
        int before = MAILS.getReceivedMessages().length;
        assertThat(send(FickleSmtp.Mood.TAKES_AND_SAYS_SO_TOO_LATE, Duration.ofMillis(800)))
                .isEqualTo(new Outcome.Again(Problem.PERHAPS_TAKEN));
        assertThat(MAILS.getReceivedMessages()).hasSize(before + 1);
    }

    @Test
    @DisplayName("F19: who says nothing before the mail was handed over has certainly not got it")
    void silentBefore() throws MessagingException {
        int before = MAILS.getReceivedMessages().length;
        assertThat(send(FickleSmtp.Mood.SILENT, Duration.ofMillis(300)))
                .isEqualTo(new Outcome.Again(Problem.NO_ANSWER));
        assertThat(send(FickleSmtp.Mood.DOWN, Duration.ofMillis(300))).isEqualTo(new Outcome.Again(Problem.NO_ANSWER));
        assertThat(MAILS.getReceivedMessages()).hasSize(before);
    }
}
