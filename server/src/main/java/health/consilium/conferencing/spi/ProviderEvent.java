package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a provider tells of a room, once it is known to come from that provider. */
public sealed interface ProviderEvent {
    String provider();

    /** One of its own for each event of this provider: told twice, it counts once. */
    String key();

    /** The room's name there. */
    String room();

    /** When it happened, whenever it was told. */
    Instant at();

    /**
     * @param session the provider's name for this stay
     * @param person whom we let in under this name; null when the provider does not say
     */
    record Joined(
            String provider,
            String key,
            String room,
            String session,
            @Nullable UUID person,
            Instant at) implements ProviderEvent {}

    record Left(
            String provider,
            String key,
            String room,
            String session,
            @Nullable UUID person,
            Instant at) implements ProviderEvent {}

    /** Nobody is in any more. */
    record RoomEmpty(String provider, String key, String room, Instant at) implements ProviderEvent {}

    /** It does not record, or not any more, although it was asked to. */
    record RecordingBroke(String provider, String key, String room, Instant at) implements ProviderEvent {}

    /** @param recording the provider's name for it */
    record RecordingReady(String provider, String key, String room, String recording, Instant at)
            implements ProviderEvent {}
}
