package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * A room of ours, open or closed.
 *
 * @param opensAt from here on people may come in
 * @param endsAt from here on nobody may; an extension moves it
 */
public record BookedRoom(
        UUID consultation,
        UUID appointment,
        Room room,
        Instant opensAt,
        Instant endsAt,
        boolean closed,
        int maxParticipants) {
    /** Whether people may come in at that moment: {@code [opensAt, endsAt)}. */
    public boolean openAt(Instant now) {
        return !closed && !now.isBefore(opensAt) && now.isBefore(endsAt);
    }
}
