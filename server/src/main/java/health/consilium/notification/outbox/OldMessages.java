package health.consilium.notification.outbox;

import health.consilium.notification.NotificationProperties;
import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes what was told long ago. */
@Component
class OldMessages {
    private static final long SIX_HOURS_MS = 6 * 3_600_000L;

    private final OutboxStore store;
    private final NotificationProperties settings;
    private final Clock clock;

    OldMessages(OutboxStore store, NotificationProperties settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = SIX_HOURS_MS, fixedDelay = SIX_HOURS_MS)
    void sweep() {
        store.removeSettledBefore(clock.instant().minus(settings.messagesKept()));
    }
}
