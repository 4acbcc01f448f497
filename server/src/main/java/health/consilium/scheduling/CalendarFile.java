package health.consilium.scheduling;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * An appointment as a calendar file (RFC 5545, 5546): one event with the same UID for ever, its SEQUENCE the
 * appointment's revision, times in UTC, so that every calendar shows them in its own zone.
 */
public final class CalendarFile {
    /** For the parameter of the same name in a mail's content type (RFC 6047), and for downloads. */
    public enum Method {
        /** A file that somebody puts into their calendar themselves. */
        PUBLISH,
        /** An invitation by mail, or a change of one. */
        REQUEST,
        /** Takes the invitation back. */
        CANCEL
    }

    /** Somebody with a mail address. */
    public record Party(String name, String email) {}

    /**
     * What calendars show, and calendars are read by many.
     *
     * @param summary for example "Video consultation with Dr Weber"; no reason for visit, no diagnosis
     * @param page the appointment's page at the clinic; never a provider's address, never a token
     */
    public record Words(String summary, String description, String location, URI page) {}

    private CalendarFile() {}

    /**
     * @param attendees REQUEST and CANCEL need one at least
     * @param now when the file is made
     * @return UTF-8 with CRLF, lines folded at 75 octets
     */
    public static byte[] of(
            Method method, Appointment appointment, Party organizer, List<Party> attendees, Words words, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Consilium//Consilium//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method(method));
        calendar.add(event(method, appointment, organizer, attendees, words, now));
        try {
            StringWriter text = new StringWriter();
            new CalendarOutputter(true).output(calendar, text);
            return text.toString().getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The name that every file about the appointment has. */
    public static String uid(AppointmentId id) {
        return id + "@consilium.health";
    }

    private static VEvent event(
            Method method, Appointment appointment, Party organizer, List<Party> attendees, Words words, Instant now) {
        VEvent event = new VEvent(false);
        event.add(new DtStamp(now));
        event.add(new Uid(uid(appointment.id())));
        event.add(new Sequence(appointment.revision()));
        event.add(new DtStart<>(appointment.start()));
        event.add(new DtEnd<>(appointment.end()));
        event.add(new Summary(words.summary()));
        event.add(new Description(words.description()));
        event.add(new Location(words.location()));
        event.add(new Url(words.page()));
        event.add(method == Method.CANCEL ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        Organizer from = new Organizer(mail(organizer));
        from.add(new Cn(organizer.name()));
        event.add(from);
        attendees.forEach(party -> event.add(attendee(party)));
        return event;
    }

    private static Attendee attendee(Party party) {
        Attendee attendee = new Attendee(mail(party));
        attendee.add(new Cn(party.name()));
        attendee.add(Role.REQ_PARTICIPANT);
        return attendee;
    }

    private static URI mail(Party party) {
        return URI.create("mailto:" + party.email());
    }

    private static net.fortuna.ical4j.model.property.Method method(Method method) {
        return switch (method) {
            case PUBLISH -> ImmutableMethod.PUBLISH;
            case REQUEST -> ImmutableMethod.REQUEST;
            case CANCEL -> ImmutableMethod.CANCEL;
        };
    }
}
