package health.consilium.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A mail read again, as a mail program reads it. */
public record Opened(
        String from, String to, String subject, String html, String text, String calendarMethod, List<File> files) {
    public record File(String name, String type, byte[] content) {}

    private static final Session SESSION = Session.getInstance(new Properties());

    public static Opened of(byte[] mime) {
        try {
            return of(new MimeMessage(SESSION, new ByteArrayInputStream(mime)));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mail cannot be read", e);
        }
    }

    static Opened of(MimeMessage mail) throws MessagingException, IOException {
        Reading reading = new Reading();
        reading.part(mail);
        return new Opened(
                person(mail.getFrom()[0]),
                person(mail.getRecipients(RecipientType.TO)[0]),
                String.valueOf(mail.getSubject()),
                reading.html,
                reading.text,
                reading.method,
                List.copyOf(reading.files));
    }

    private static String person(Address address) {
        return address instanceof InternetAddress one && one.getPersonal() != null
                ? one.getPersonal() + " <" + one.getAddress() + ">"
                : ((InternetAddress) address).getAddress();
    }

    private static final class Reading {
        private String html = "";
        private String text = "";
        private String method = "";
        private final List<File> files = new ArrayList<>();

        void part(Part part) throws MessagingException, IOException {
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart one = parts.getBodyPart(i);
                    part(one);
                }
            } else if (part.getFileName() != null) {
                String type = part.getContentType().split(";")[0].strip();
                files.add(
                        new File(part.getFileName(), type, part.getInputStream().readAllBytes()));
            } else if (part.isMimeType("text/html")) {
                html = new String(part.getInputStream().readAllBytes(), UTF_8);
            } else if (part.isMimeType("text/calendar")) {
                String given = new ContentType(part.getContentType()).getParameter("method");
                method = given == null ? "" : given;
            } else {
                text = new String(part.getInputStream().readAllBytes(), UTF_8);
            }
        }
    }
}
