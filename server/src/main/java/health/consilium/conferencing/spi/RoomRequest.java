package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;

/** The room a consultation needs (REQUIREMENTS H5). Asking twice for the same consultation gives the same room. */
public record RoomRequest(UUID consultation, UUID appointment, Instant opensAt, Instant endsAt, int maxParticipants) {}
