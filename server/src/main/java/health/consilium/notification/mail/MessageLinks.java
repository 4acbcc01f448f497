package health.consilium.notification.mail;

import health.consilium.identity.OneTimeLinks;
import health.consilium.identity.UserId;
import health.consilium.kernel.PublicAddress;
import health.consilium.notification.outbox.Message;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Where a message leads. Made when it is sent, and kept nowhere: a patient's link lets them in once. */
@Component
public class MessageLinks {
    /** Whoever opens a mail of a past appointment still finds what became of it. */
    private static final Duration AFTERWARDS = Duration.ofDays(14);

    private static final Duration INVITED = Duration.ofDays(7);
    private static final Duration RESET = Duration.ofHours(1);

    private final PublicAddress address;
    private final Imprint imprint;
    private final OneTimeLinks links;
    private final Clock clock;

    MessageLinks(PublicAddress address, Imprint imprint, OneTimeLinks links, Clock clock) {
        this.address = address;
        this.imprint = imprint;
        this.links = links;
        this.clock = clock;
    }

    public String of(Story story) {
        Message message = story.message();
        String booking = imprint.bookingUrl();
        if (story.patient() && booking != null && asksForANewOne(message)) {
            return booking;
        }
        if (!story.patient()) {
            return address.page("/").toString();
        }
        Instant end = story.appointment().end();
        Instant from = end.isAfter(clock.instant()) ? end : clock.instant();
        var token = links.issue(story.reader().id(), path(message), from.plus(AFTERWARDS));
        return address.page("/l#" + token.reveal()).toString();
    }

    String ofAccount(Message message, UserId person) {
        Instant now = clock.instant();
        return switch (message.kind()) {
            case ACCOUNT_INVITED ->
                password(links.issueForPassword(person, now.plus(INVITED)).reveal());
            case PASSWORD_RESET ->
                password(links.issueForPassword(person, now.plus(RESET)).reveal());
            case SECOND_FACTOR_CHANGED -> address.page("/account").toString();
            default -> address.page("/sign-in-help").toString();
        };
    }

    private String password(String token) {
        return address.page("/password#" + token).toString();
    }

    /** A page of ours that names the appointment. */
    public static String path(Message message) {
        return switch (message.kind()) {
            case LINK_ASKED -> Details.path(message).orElse("/call/" + message.appointment());
            case INVITATION, RESCHEDULED, REMINDER_DAY, REMINDER_SOON, DOCTOR_WAITING, MISSED_CALL ->
                "/call/" + message.appointment();
            default -> "/appointments/" + message.appointment() + "/after";
        };
    }

    private static boolean asksForANewOne(Message message) {
        return switch (message.kind()) {
            case CANCELLED, DOCTOR_NO_SHOW, PATIENT_NO_SHOW, CALL_FAILED -> true;
            default -> false;
        };
    }
}
