package health.consilium.conferencing.room;

import health.consilium.conferencing.Providers;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.store.RoomStore;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Closes what a provider could not be told to close at the end of a consultation: until then somebody might still be in, or
 * come in again. An hour after its own end a room is left to that end.
 */
@Component
public class LateCloser {
    private static final Logger log = LoggerFactory.getLogger(LateCloser.class);

    private final RoomStore rooms;
    private final Providers providers;
    private final Clock clock;

    LateCloser(RoomStore rooms, Providers providers, Clock clock) {
        this.rooms = rooms;
        this.providers = providers;
        this.clock = clock;
    }

    /** Nobody is asked where the only provider is our own. */
    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
    public void look() {
        if (!providers.onlyOurOwn()) {
            rooms.toClose(clock.instant()).forEach(this::close);
        }
    }

    private void close(BookedRoom booked) {
        try {
            providers.named(booked.room().provider()).close(booked.room());
            rooms.gone(booked.consultation(), clock.instant());
        } catch (RuntimeException e) {
            log.warn(
                    "room of consultation {} could still not be closed: {}",
                    booked.consultation(),
                    e.getClass().getName());
        }
    }
}
