package health.consilium.notification;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Content;
import net.fortuna.ical4j.model.component.VEvent;

/** The appointment in a mail, as a calendar program reads it. */
final class CalendarPart {
    private CalendarPart() {}

    /** The calendar part, whose content type names the method that stands in it; the file that comes with it is the same. */
    static VEvent event(MimeMessage mail, String method) {
        try {
            MimeMultipart all = (MimeMultipart) mail.getContent();
            MimeMultipart ways = (MimeMultipart) all.getBodyPart(0).getContent();
            assertThat(ways.getContentType()).startsWith("multipart/alternative");
            ContentType type = new ContentType(ways.getBodyPart(2).getContentType());
            assertThat(type.getBaseType()).isEqualTo("text/calendar");
            assertThat(type.getParameter("method")).isEqualTo(method);
            byte[] inline = ways.getBodyPart(2).getInputStream().readAllBytes();
            assertThat(all.getBodyPart(1).getFileName()).endsWith(".ics");
            assertThat(all.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(inline);
            Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(inline));
            calendar.validate(true);
            assertThat(new String(inline, StandardCharsets.UTF_8)).contains("METHOD:" + method + "\r\n");
            return (VEvent) calendar.getComponents().getFirst();
        } catch (MessagingException | IOException | ParserException e) {
            throw new AssertionError(e);
        }
    }

    static String property(VEvent event, String name) {
        return event.getProperty(name).map(Content::getValue).orElse("");
    }

    static int sequence(VEvent event) {
        return Integer.parseInt(property(event, "SEQUENCE"));
    }
}
