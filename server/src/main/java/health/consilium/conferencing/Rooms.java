package health.consilium.conferencing;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import java.util.Optional;
import java.util.UUID;

/**
 * The rooms of this installation's consultations. The first person who comes in decides which provider carries the
 * consultation: another setting afterwards is for others.
 */
public interface Rooms {
    /**
     * Opens the room when there is none, and makes it fit when the window is another one.
     *
     * @throws health.consilium.kernel.Problem PROVIDER_UNAVAILABLE; nothing is decided then, and one may ask again
     */
    JoinGrant admit(CallWindow window, Admission admission);

    /** The room, once somebody has come in. */
    Optional<Room> of(UUID consultation);

    /**
     * Whether that person is in, by what the provider has told so far. Until the caller's transaction ends, whoever else asks
     * about this consultation waits: the facts that follow come one after the other, the newest last.
     */
    boolean isIn(UUID consultation, UUID person);

    /** Records the room at its provider; empty without a room, and where the provider does not record. */
    Optional<RoomRecorder> recorder(UUID consultation);

    /** The name people know of the provider for new rooms, when it records. */
    Optional<String> recordingService();

    /** Makes an open room fit a window that has moved; without a room nothing happens. */
    void fit(CallWindow window);

    /** Everybody out. Without a room, or again, nothing happens. */
    void close(UUID consultation);
}
