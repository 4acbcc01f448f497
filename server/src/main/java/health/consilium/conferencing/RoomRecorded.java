package health.consilium.conferencing;

import java.time.Instant;
import java.util.UUID;

/**
 * A film of this consultation's room lies ready at its provider.
 *
 * @param recording the provider's name for it
 */
public record RoomRecorded(UUID consultation, String recording, Instant at) {}
