package health.consilium.conferencing.room;

import health.consilium.conferencing.Providers;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.PastStay;
import health.consilium.conferencing.store.RoomStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks providers who was in a room, once it is over, and in those that are open once after the start: what was told while nobody
 * listened is lost otherwise. It becomes what it would have been, had it been told.
 */
@Component
class Review {
    /** A provider needs a moment until it lists what has just ended. */
    static final Duration AFTER = Duration.ofMinutes(2);
    /** What goes on there for so long after the end is not waited for. */
    static final Duration AT_LATEST = Duration.ofHours(2);
    /** A server that was away for longer does not ask any more. */
    static final Duration BACK = Duration.ofDays(7);
    /** Clocks differ, and somebody may be there before the door opens here. */
    static final Duration AROUND = Duration.ofMinutes(5);

    private static final Logger log = LoggerFactory.getLogger(Review.class);

    private final RoomStore rooms;
    private final Providers providers;
    private final NewsDesk desk;
    private final Clock clock;
    private final AtomicBoolean started = new AtomicBoolean();

    Review(RoomStore rooms, Providers providers, NewsDesk desk, Clock clock) {
        this.rooms = rooms;
        this.providers = providers;
        this.desk = desk;
        this.clock = clock;
    }

    /** Nobody is asked where the only provider is our own. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 10_000)
    void look() {
        if (providers.onlyOurOwn()) {
            return;
        }
        Instant now = clock.instant();
        if (started.compareAndSet(false, true)) {
            rooms.openAt(now).forEach(this::look);
        }
        for (BookedRoom booked : rooms.toReview(now.minus(AFTER), now.minus(BACK))) {
            boolean late = booked.endsAt().plus(AT_LATEST).isBefore(now);
            look(booked).filter(whole -> whole || late).ifPresent(asked -> rooms.reviewed(booked.consultation(), now));
        }
    }

    /** @return whether all of it is known now; empty when it could not be asked */
    private Optional<Boolean> look(BookedRoom booked) {
        try {
            Optional<List<PastStay>> stays = providers
                    .named(booked.room().provider())
                    .whoWasIn(
                            booked.room(),
                            booked.opensAt().minus(AROUND),
                            booked.endsAt().plus(AT_LATEST));
            stays.ifPresent(found -> desk.found(booked.consultation(), found));
            return Optional.of(stays.stream().flatMap(List::stream).noneMatch(stay -> stay.leftAt() == null));
        } catch (RuntimeException e) {
            log.warn(
                    "who was in the room of consultation {} could not be asked: {}",
                    booked.consultation(),
                    e.getClass().getName());
            return Optional.empty();
        }
    }
}
