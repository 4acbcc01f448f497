package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was in a room.
 *
 * @param session the provider's name for this stay, as in what it tells
 * @param person null when the provider does not know whom we let in
 * @param leftAt null while they may still be in
 */
public record PastStay(
        String session,
        @Nullable UUID person,
        Instant joinedAt,
        @Nullable Instant leftAt) {}
