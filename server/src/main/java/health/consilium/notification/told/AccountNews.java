package health.consilium.notification.told;

import health.consilium.identity.AccountInvited;
import health.consilium.identity.LinkAsked;
import health.consilium.identity.PasswordChanged;
import health.consilium.identity.PasswordResetAsked;
import health.consilium.identity.SecondFactorChanged;
import health.consilium.identity.UserId;
import health.consilium.notification.mail.Details;
import health.consilium.notification.outbox.Kind;
import health.consilium.notification.outbox.Postbox;
import health.consilium.notification.outbox.Posting;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Mails that somebody waits for at the door, each time anew. */
@Component
class AccountNews {
    private final Postbox postbox;
    private final Clock clock;

    AccountNews(Postbox postbox, Clock clock) {
        this.postbox = postbox;
        this.clock = clock;
    }

    @EventListener
    void on(LinkAsked asked) {
        postbox.post(new Posting(
                Kind.LINK_ASKED,
                new AppointmentId(asked.appointment()),
                UUID.randomUUID(),
                0,
                asked.person(),
                clock.instant(),
                asked.until(),
                Details.path(asked.path())));
    }

    @EventListener
    void on(AccountInvited invited) {
        post(Kind.ACCOUNT_INVITED, invited.person(), Duration.ofDays(7));
    }

    @EventListener
    void on(PasswordResetAsked asked) {
        post(Kind.PASSWORD_RESET, asked.person(), Duration.ofHours(1));
    }

    @EventListener
    void on(PasswordChanged changed) {
        post(Kind.PASSWORD_CHANGED, changed.person(), Duration.ofDays(7));
    }

    /** However often it is heard of, the change is told once. */
    @EventListener
    void on(SecondFactorChanged changed) {
        Instant now = clock.instant();
        postbox.post(new Posting(
                Kind.SECOND_FACTOR_CHANGED,
                new AppointmentId(changed.person().value()),
                changed.id(),
                0,
                changed.person(),
                now,
                now.plus(Duration.ofDays(7)),
                Details.factor(changed.what())));
    }

    private void post(Kind kind, UserId person, Duration useful) {
        Instant now = clock.instant();
        postbox.post(Posting.aboutAccount(kind, person, now, now.plus(useful)));
    }
}
