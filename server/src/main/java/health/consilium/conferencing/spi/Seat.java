package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is in a room now.
 *
 * @param session the provider's name for this stay; whoever comes again has another one
 * @param person null when the provider does not know whom we let in
 */
public record Seat(String session, @Nullable UUID person, Instant since) {}
