package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * The room a consultation needs (row H5). Asking twice for the same consultation gives the same room.
 *
 * @param name unguessable, the same each time for one consultation; lower-case letters, digits and one hyphen
 */
public record RoomRequest(
        String name, UUID consultation, UUID appointment, Instant opensAt, Instant endsAt, int maxParticipants) {}
