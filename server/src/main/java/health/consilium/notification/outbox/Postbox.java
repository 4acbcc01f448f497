package health.consilium.notification.outbox;

import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.AfterCommit;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where messages are put in, in the transaction of what happened: both are there, or neither is. */
@Component
@Transactional
public class Postbox {
    private final OutboxStore store;
    private final PreferenceStore preferences;
    private final Users users;
    private final Alarms wakeUps;
    private final Delivery delivery;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Postbox(
            OutboxStore store,
            PreferenceStore preferences,
            Users users,
            Alarms wakeUps,
            Delivery delivery,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.preferences = preferences;
        this.users = users;
        this.wakeUps = wakeUps;
        this.delivery = delivery;
        this.events = events;
        this.clock = clock;
    }

    /** Told again, it changes nothing. */
    public void post(Posting posting) {
        Instant now = clock.instant();
        UserView person = users.find(posting.person()).orElse(null);
        if (person == null || !now.isBefore(posting.until())) {
            return;
        }
        boolean later = posting.at().isAfter(now);
        Instant at = later ? posting.at() : now;
        for (Channel channel : preferences.of(person).channels(posting.kind())) {
            Lane lane = Lane.of(channel, posting.kind());
            // What is only to be listed is there as soon as it is written.
            State state = channel == Channel.APP && !later ? State.SENT : State.QUEUED;
            store.insert(posting, channel, lane, state, at, now).ifPresent(id -> {
                if (state == State.SENT) {
                    events.publishEvent(new Listed(posting.person()));
                } else {
                    send(id, lane, at, later);
                }
            });
        }
    }

    /** What is still to be sent of these kinds about the appointment is not sent. */
    public void drop(AppointmentId appointment, Collection<Kind> kinds) {
        store.drop(appointment, kinds, clock.instant());
    }

    private void send(UUID id, Lane lane, Instant at, boolean later) {
        wakeUps.at(at, lane, id);
        if (!later) {
            AfterCommit.run(() -> delivery.look(lane));
        }
    }
}
