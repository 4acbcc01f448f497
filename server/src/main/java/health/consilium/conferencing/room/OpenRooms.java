package health.consilium.conferencing.room;

import health.consilium.conferencing.CallWindow;
import health.consilium.conferencing.Providers;
import health.consilium.conferencing.RoomRecorder;
import health.consilium.conferencing.Rooms;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.BookedRoom;
import health.consilium.conferencing.spi.CloudRecording;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.RecordingRight;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomGone;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.conferencing.store.RoomStore;
import health.consilium.conferencing.store.StayStore;
import health.consilium.conferencing.store.StayStore.Stay;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the provider first and keeps the room afterwards: a provider that is down decides nothing. Two who come in at once ask
 * for the same room twice, which every provider answers with the same room.
 */
@Component
class OpenRooms implements Rooms {
    private static final Logger log = LoggerFactory.getLogger(OpenRooms.class);

    private final RoomStore store;
    private final StayStore stays;
    private final Providers providers;
    private final RoomNames names;
    private final ObjectProvider<RecordingRight> right;
    private final Clock clock;

    OpenRooms(
            RoomStore store,
            StayStore stays,
            Providers providers,
            RoomNames names,
            ObjectProvider<RecordingRight> right,
            Clock clock) {
        this.store = store;
        this.stays = stays;
        this.providers = providers;
        this.names = names;
        this.right = right;
        this.clock = clock;
    }

    @Override
    public JoinGrant admit(CallWindow window, Admission admission) {
        Room room = store.find(window.consultation())
                .filter(booked -> fits(booked, window))
                .map(BookedRoom::room)
                .orElseGet(() -> open(window));
        try {
            return admit(room, admission);
        } catch (RoomGone deletedThere) {
            log.warn("room of consultation {} was deleted at its provider; it is made again", window.consultation());
            return admit(open(window), admission);
        }
    }

    private JoinGrant admit(Room room, Admission admission) {
        boolean byProvider = right.stream().anyMatch(RecordingRight::ofProviders);
        return providers.named(room.provider()).admit(room, admission.recording(byProvider));
    }

    @Override
    public Optional<Room> of(UUID consultation) {
        return store.find(consultation).map(BookedRoom::room);
    }

    @Override
    public Optional<RoomRecorder> recorder(UUID consultation) {
        return of(consultation)
                .flatMap(room ->
                        recording(providers.named(room.provider())).map(provider -> new AtProvider(provider, room)));
    }

    @Override
    public Optional<String> recordingService() {
        return recording(providers.current()).map(CloudRecording::service);
    }

    private static Optional<CloudRecording> recording(ConferencingProvider provider) {
        return provider instanceof CloudRecording records ? Optional.of(records) : Optional.empty();
    }

    @Override
    @Transactional
    public boolean isIn(UUID consultation, UUID person) {
        store.lock(consultation);
        return stays.lasting(consultation).stream().map(Stay::person).anyMatch(person::equals);
    }

    @Override
    public void fit(CallWindow window) {
        store.find(window.consultation())
                .filter(booked -> !booked.closed() && !fits(booked, window))
                .ifPresent(booked -> open(window));
    }

    @Override
    public void close(UUID consultation) {
        store.find(consultation).ifPresent(booked -> {
            store.closed(consultation, clock.instant());
            providers.named(booked.room().provider()).close(booked.room());
            store.gone(consultation, clock.instant());
        });
    }

    private Room open(CallWindow window) {
        String pinned = store.find(window.consultation())
                .map(booked -> booked.room().provider())
                .orElseGet(() -> providers.current().name());
        Room room = providers
                .named(pinned)
                .open(new RoomRequest(
                        names.of(window.consultation()),
                        window.consultation(),
                        window.appointment(),
                        window.opensAt(),
                        window.endsAt(),
                        RoomStore.PARTICIPANTS));
        if (store.keep(window, room)) {
            return room;
        }
        if (store.find(window.consultation()).filter(BookedRoom::closed).isPresent()) {
            // It was over a moment ago, and what was made just now must not stay open.
            close(window.consultation());
            throw new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation has been ended.");
        }
        // Another one was a moment faster, and the setting was changed in between.
        return open(window);
    }

    private static boolean fits(BookedRoom booked, CallWindow window) {
        return booked.opensAt().equals(window.opensAt()) && booked.endsAt().equals(window.endsAt());
    }
}
