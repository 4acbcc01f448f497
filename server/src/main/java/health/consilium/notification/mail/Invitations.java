package health.consilium.notification.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import health.consilium.kernel.PublicAddress;
import health.consilium.notification.mail.MailMaker.Calendar;
import health.consilium.scheduling.CalendarFile;
import health.consilium.scheduling.CalendarFile.Method;
import health.consilium.scheduling.CalendarFile.Party;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The appointment for the reader's calendar, where a mail is about its time. Many eyes see a calendar: it names no reason and holds no token. */
@Component
class Invitations {
    private final Imprint imprint;
    private final PublicAddress address;
    private final Clock clock;

    Invitations(Imprint imprint, PublicAddress address, Clock clock) {
        this.imprint = imprint;
        this.address = address;
        this.clock = clock;
    }

    /** @param from the address that the mail comes from */
    Optional<Calendar> of(Story story, String from) {
        return switch (story.message().kind()) {
            case INVITATION, RESCHEDULED -> Optional.of(file(Method.REQUEST, story, from));
            case CANCELLED -> Optional.of(file(Method.CANCEL, story, from));
            default -> Optional.empty();
        };
    }

    private Calendar file(Method method, Story story, String from) {
        Words words = Words.in(story.reader().locale());
        String clinic = Places.oneLine(imprint.name());
        byte[] content = CalendarFile.of(
                method,
                story.appointment(),
                new Party(clinic, from),
                List.of(new Party(
                        Places.oneLine(story.reader().displayName()),
                        story.reader().email())),
                new CalendarFile.Words(
                        words.say("calendar.summary", Map.of("clinic", clinic)),
                        words.say("calendar.description", Map.of("clinic", clinic)),
                        words.say("calendar.location", Map.of()),
                        address.page(MessageLinks.path(story.message()))),
                clock.instant());
        return new Calendar(method.name(), new String(content, UTF_8));
    }
}
