package health.consilium.conferencing.room;

import health.consilium.conferencing.Attended;
import health.consilium.conferencing.RoomRecorded;
import health.consilium.conferencing.RoomRecordingBroke;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.PastStay;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.conferencing.spi.Seat;
import health.consilium.conferencing.store.RoomStore;
import health.consilium.conferencing.store.StayStore;
import health.consilium.conferencing.store.StayStore.Stay;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is where, by what providers tell. They tell late, twice and in any order: a stay is known by its name, the times say
 * what was first, and what is old news by now is kept but changes no call that goes on.
 */
@Component
public class NewsDesk implements ProviderEvents {
    /** What happened longer ago than this says nothing about who is here now. */
    static final Duration OLD_NEWS = Duration.ofSeconds(60);
    /** How long a provider may take until it names somebody who came, clocks that differ included. */
    static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

    private final RoomStore rooms;
    private final StayStore stays;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NewsDesk(RoomStore rooms, StayStore stays, ApplicationEventPublisher events, Clock clock) {
        this.rooms = rooms;
        this.stays = stays;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Receipt receive(ProviderEvent event) {
        BookedRoom room = rooms.find(event.provider(), event.room())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This room is not known here."));
        if (!stays.firstTold(event.provider(), event.key(), clock.instant())) {
            return Receipt.KNOWN_ALREADY;
        }
        UUID consultation = room.consultation();
        switch (event) {
            case ProviderEvent.Joined e -> came(consultation, e.session(), e.person(), e.at());
            case ProviderEvent.Left e -> went(consultation, e.session(), e.person(), e.at());
            case ProviderEvent.RoomEmpty e ->
                stays.lasting(consultation).stream()
                        .filter(stay -> !stay.joinedAt().isAfter(e.at()))
                        .forEach(stay -> went(consultation, stay.session(), stay.person(), e.at()));
            case ProviderEvent.RecordingBroke e -> {
                if (isFresh(e.at())) {
                    events.publishEvent(new RoomRecordingBroke(consultation));
                }
            }
            case ProviderEvent.RecordingReady e ->
                events.publishEvent(new RoomRecorded(consultation, e.recording(), e.at()));
        }
        return Receipt.TAKEN;
    }

    /**
     * Repair: what the provider said when it was asked is right, whatever was told or got lost before. Whoever came just then is
     * not in its answer yet, and is not gone.
     *
     * @param asked when
     */
    @Transactional
    public void seen(UUID consultation, List<Seat> seats, Instant asked) {
        Instant now = clock.instant();
        // Those who are in first: whoever came again by another stay is then not thought to be gone.
        seats.forEach(seat -> {
            if (stays.joined(consultation, seat.session(), seat.person(), seat.since())
                    || stays.lastsAfterAll(consultation, seat.session())) {
                tell(consultation, seat.person(), now);
            }
        });
        List<String> here = seats.stream().map(Seat::session).toList();
        stays.lasting(consultation).stream()
                .filter(stay -> !here.contains(stay.session()))
                .filter(stay -> stay.joinedAt().isBefore(asked.minus(ON_ITS_WAY)))
                .forEach(stay -> went(consultation, stay.session(), stay.person(), now));
    }

    /** Repair: the same as if it had been told when it happened, and in that order; what was told already stays as it was. */
    @Transactional
    public void found(UUID consultation, List<PastStay> past) {
        List<Runnable> steps = past.stream()
                .flatMap(stay -> Stream.of(
                        new Step(
                                stay.joinedAt(),
                                0,
                                () -> came(consultation, stay.session(), stay.person(), stay.joinedAt())),
                        new Step(stay.leftAt(), 1, () -> gone(consultation, stay))))
                .filter(step -> step.at != null)
                .sorted(Comparator.comparing(Step::time).thenComparing(Step::order))
                .map(Step::what)
                .toList();
        steps.forEach(Runnable::run);
    }

    private record Step(@Nullable Instant at, int order, Runnable what) {
        Instant time() {
            return Objects.requireNonNull(at);
        }
    }

    private void gone(UUID consultation, PastStay stay) {
        went(consultation, stay.session(), stay.person(), Objects.requireNonNull(stay.leftAt()));
    }

    private void came(UUID consultation, String session, @Nullable UUID person, Instant at) {
        if (stays.joined(consultation, session, person, at)) {
            tell(consultation, person, at);
        }
    }

    /** Whoever has another stay there, from another page or after a reload, is not gone. */
    private void went(UUID consultation, String session, @Nullable UUID person, Instant at) {
        stays.left(consultation, session, person, at)
                .filter(whose ->
                        stays.lasting(consultation).stream().map(Stay::person).noneMatch(whose::equals))
                .ifPresent(whose -> tell(consultation, whose, at));
    }

    private void tell(UUID consultation, @Nullable UUID person, Instant at) {
        if (person != null && isFresh(at)) {
            events.publishEvent(new Attended(consultation, person));
        }
    }

    private boolean isFresh(Instant at) {
        return Duration.between(at, clock.instant()).compareTo(OLD_NEWS) <= 0;
    }
}
