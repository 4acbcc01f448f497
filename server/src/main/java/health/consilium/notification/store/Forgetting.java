package health.consilium.notification.store;

import health.consilium.identity.SignedOut;
import health.consilium.notification.NotificationProperties;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * When a browser is told nothing any more. A sign-in that merely ran out keeps its browser: that no page is open is when a
 * ring is needed.
 */
@Component
class Forgetting {
    private static final long SIX_HOURS_MS = 6 * 3_600_000L;

    private final SubscriptionStore subscriptions;
    private final NotificationProperties settings;
    private final Clock clock;

    Forgetting(SubscriptionStore subscriptions, NotificationProperties settings, Clock clock) {
        this.subscriptions = subscriptions;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(SignedOut signedOut) {
        switch (signedOut.why()) {
            case EXPIRED -> {}
            case DISABLED -> subscriptions.removeOf(signedOut.user());
            case ASKED -> {
                if (signedOut.login() == null) {
                    subscriptions.removeOf(signedOut.user());
                } else {
                    subscriptions.removeOfLogin(signedOut.login());
                }
            }
        }
    }

    @Scheduled(initialDelay = SIX_HOURS_MS, fixedDelay = SIX_HOURS_MS)
    void sweep() {
        subscriptions.removeUnseenSince(clock.instant().minus(settings.pushKept()));
    }
}
