package health.consilium.conferencing;

import java.time.Instant;
import java.util.UUID;

/** The consultation that needs a room, and when: {@code [opensAt, endsAt)}. */
public record CallWindow(UUID consultation, UUID appointment, Instant opensAt, Instant endsAt) {}
