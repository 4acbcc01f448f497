package health.consilium.audit.chain;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The server keeps the chain's head outside every hour and when it stops. Commands only look. */
@Component
@ConditionalOnWebApplication
class HeadKeeper {
    private static final Logger LOG = LoggerFactory.getLogger(HeadKeeper.class);
    private static final long MINUTE_MS = 60_000;
    private static final long HOUR_MS = 3_600_000;

    private final ExportedHead head;

    HeadKeeper(ExportedHead head) {
        this.head = head;
    }

    @Scheduled(initialDelay = MINUTE_MS, fixedDelay = HOUR_MS)
    void everyHour() {
        head.export();
    }

    @EventListener(ContextClosedEvent.class)
    void atTheEnd() {
        try {
            head.export();
        } catch (RuntimeException e) {
            LOG.warn(
                    "The head of the audit trail could not be kept: {}",
                    e.getClass().getSimpleName());
        }
    }
}
