package health.consilium.notification.push;

import health.consilium.identity.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells a person by all their browsers. Returns at once; nothing of it happens in the caller's transaction or thread. */
@Component
public class Pushes {
    private static final Logger LOG = LoggerFactory.getLogger(Pushes.class);

    private final Browsers browsers;
    private final Deliveries deliveries;
    private final Later later;

    Pushes(Browsers browsers, Deliveries deliveries, Later later) {
        this.browsers = browsers;
        this.deliveries = deliveries;
        this.later = later;
    }

    /** @param what asked when its turn has come, so that it can say what is true by then; empty: nothing is to be said */
    public void tell(UserId person, Supplier<Optional<Message>> what) {
        later.inTurn(() -> {
            try {
                var theirs = browsers.of(person);
                if (!theirs.isEmpty()) {
                    what.get().ifPresent(message -> theirs.forEach(one -> deliveries.deliver(one, message)));
                }
            } catch (RuntimeException e) {
                LOG.warn("a push message was not sent: {}", e.getClass().getSimpleName());
            }
        });
    }
}
