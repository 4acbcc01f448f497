package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who can carry a call. Every method may be called again and then changes nothing; an outage, a refusal of the
 * provider's own and silence are Problem PROVIDER_UNAVAILABLE, whose words and the log hold no secret.
 */
public interface ConferencingProvider {
    /** As in {@code consilium.conferencing.provider}: short, lower case, for ever. */
    String name();

    /** The room as asked: made, or made to fit when there is one with this name and another window. */
    Room open(RoomRequest request);

    /**
     * What one person needs to come in.
     *
     * @throws RoomGone when the provider can tell that the room is not there any more
     */
    JoinGrant admit(Room room, Admission admission);

    /** Everybody out, and nobody in again. Closing an unknown or closed room is success. */
    void close(Room room);

    /** Who is in now; empty when this provider cannot be asked. */
    default Optional<List<Seat>> whoIsIn(Room room) {
        return Optional.empty();
    }

    /** Who was in between those times, also when nobody told; empty when this provider cannot be asked. */
    default Optional<List<PastStay>> whoWasIn(Room room, Instant from, Instant to) {
        return Optional.empty();
    }
}
