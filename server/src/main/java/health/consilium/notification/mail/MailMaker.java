package health.consilium.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.kernel.PublicAddress;
import health.consilium.notification.MailProperties;
import health.consilium.notification.outbox.Message;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a letter a mail (RFC 5322, 2045 and following; calendar parts as in RFC 6047). */
@Component
class MailMaker {
    private static final String NOBODY = "consilium";

    private final Session session = Session.getInstance(new Properties());
    private final Look look;
    private final Imprint imprint;
    private final String from;
    private final String host;

    MailMaker(Look look, Imprint imprint, MailProperties settings, PublicAddress address) {
        this.look = look;
        this.imprint = imprint;
        this.host = address.root().getHost();
        String wanted = settings.from() == null ? imprint.email() : settings.from();
        this.from = wanted == null ? NOBODY + "@" + host : wanted;
    }

    /** A calendar entry and what the reader's calendar shall do with it. */
    record Calendar(String method, String content) {}

    /** Where mails come from. */
    String sender() {
        return from;
    }

    /** @throws AddressException when the reader's address is none */
    MimeMessage make(
            Message message,
            String to,
            Letter letter,
            @Nullable Calendar calendar,
            List<Attachment> attachments,
            Instant now)
            throws MessagingException {
        MimeMessage mail = new Identified(session, message, host);
        mail.setFrom(from());
        if (imprint.email() != null && !imprint.email().equals(from)) {
            mail.setReplyTo(new InternetAddress[] {new InternetAddress(imprint.email(), true)});
        }
        mail.setRecipient(RecipientType.TO, new InternetAddress(to, true));
        mail.setSubject(letter.subject(), UTF_8.name());
        mail.setSentDate(Date.from(now));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("Content-Language", letter.language().toLanguageTag());
        MimeMultipart ways = new MimeMultipart("alternative");
        ways.addBodyPart(text(look.text(letter), "plain"));
        ways.addBodyPart(text(look.html(letter), "html"));
        if (calendar != null) {
            ways.addBodyPart(inline(calendar));
        }
        if (calendar == null && attachments.isEmpty()) {
            mail.setContent(ways);
        } else {
            mail.setContent(withFiles(ways, calendar, attachments));
        }
        mail.saveChanges();
        return mail;
    }

    private static MimeMultipart withFiles(
            MimeMultipart ways, @Nullable Calendar calendar, List<Attachment> attachments) throws MessagingException {
        MimeMultipart all = new MimeMultipart("mixed");
        MimeBodyPart letter = new MimeBodyPart();
        letter.setContent(ways);
        all.addBodyPart(letter);
        if (calendar != null) {
            all.addBodyPart(file(new Attachment(
                    calendar.method().equals("CANCEL") ? "cancel.ics" : "appointment.ics",
                    "application/ics",
                    calendar.content().getBytes(UTF_8))));
        }
        for (Attachment attachment : attachments) {
            all.addBodyPart(file(attachment));
        }
        return all;
    }

    private static MimeBodyPart text(String content, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(content, UTF_8.name(), kind);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static MimeBodyPart inline(Calendar calendar) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        String type = "text/calendar; method=" + calendar.method() + "; charset=UTF-8";
        part.setDataHandler(
                new DataHandler(new ByteArrayDataSource(calendar.content().getBytes(UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart file(Attachment attachment) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(attachment.content(), attachment.type())));
        part.setFileName(attachment.name());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private InternetAddress from() throws MessagingException {
        InternetAddress address = new InternetAddress(from, true);
        try {
            address.setPersonal(Places.oneLine(imprint.name()), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        return address;
    }

    /** The same message has the same id whenever it is sent, so that a second copy is folded into the first. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, Message message, String host) {
            super(session);
            this.id = "<" + message.id() + "." + message.round() + "@" + host + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
