package health.consilium.conferencing.room;

import health.consilium.conferencing.Providers;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.store.RoomStore;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Asks providers who is in the open rooms: what they told on the way may have got lost. */
@Component
class Lookout {
    private static final Logger log = LoggerFactory.getLogger(Lookout.class);

    private final RoomStore rooms;
    private final Providers providers;
    private final NewsDesk desk;
    private final Clock clock;

    Lookout(RoomStore rooms, Providers providers, NewsDesk desk, Clock clock) {
        this.rooms = rooms;
        this.providers = providers;
        this.desk = desk;
        this.clock = clock;
    }

    /** Nobody is asked where the only provider is our own. */
    @Scheduled(fixedDelay = 20_000, initialDelay = 20_000)
    void look() {
        if (providers.onlyOurOwn()) {
            return;
        }
        rooms.openAt(clock.instant()).forEach(this::look);
    }

    private void look(BookedRoom booked) {
        try {
            ConferencingProvider provider = providers.named(booked.room().provider());
            Instant asked = clock.instant();
            provider.whoIsIn(booked.room()).ifPresent(seats -> desk.seen(booked.consultation(), seats, asked));
        } catch (RuntimeException e) {
            log.warn(
                    "who is in the room of consultation {} could not be asked: {}",
                    booked.consultation(),
                    e.getClass().getName());
        }
    }
}
