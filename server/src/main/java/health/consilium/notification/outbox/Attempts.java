package health.consilium.notification.outbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The short transactions before and after an attempt. */
@Component
@Transactional
class Attempts {
    /** Longer than any attempt takes. When the program dies in the middle, another one is made after it. */
    static final Duration LEASE = Duration.ofMinutes(3);
    /** For how long staff may have it tried who send something again. */
    static final Duration SENT_AGAIN = Duration.ofHours(24);

    private final OutboxStore store;
    private final Alarms wakeUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Attempts(OutboxStore store, Alarms wakeUps, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.wakeUps = wakeUps;
        this.events = events;
        this.clock = clock;
    }

    List<Message> claim(Lane lane, int most, Collection<UUID> underWay) {
        Instant now = clock.instant();
        Instant until = now.plus(LEASE);
        List<Message> claimed = store.claim(lane, most, underWay, now, until);
        claimed.forEach(message -> wakeUps.at(until, lane, message.id()));
        return claimed;
    }

    void settle(Message message, Lane lane, Carrier.Outcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case Carrier.Outcome.Sent sent -> {
                store.settle(message, State.SENT, null, null, now);
                if (message.channel() == Channel.APP) {
                    events.publishEvent(new Listed(message.person()));
                }
            }
            case Carrier.Outcome.Never never -> store.settle(message, State.GIVEN_UP, never.why(), null, now);
            case Carrier.Outcome.Again again
            when again.why() == Problem.PERHAPS_TAKEN && perhapsTaken(message) ->
                store.settle(message, State.GIVEN_UP, Problem.PERHAPS_TAKEN, null, now);
            case Carrier.Outcome.Again again -> {
                Problem why = perhapsTaken(message) ? Problem.PERHAPS_TAKEN : again.why();
                Instant next = now.plus(Backoff.after(message.attempts(), now, message.expiresAt()));
                if (next.isBefore(message.expiresAt())) {
                    store.settle(message, State.FAILED, why, next, now);
                    wakeUps.at(next, lane, message.id());
                } else {
                    store.settle(message, State.GIVEN_UP, why, null, now);
                }
            }
        }
    }

    /** Whether an earlier attempt of this round may have arrived. There is one more then, and no third copy. */
    private static boolean perhapsTaken(Message message) {
        return message.problem() == Problem.PERHAPS_TAKEN;
    }

    void forget(Message message) {
        store.forget(message);
    }
}
