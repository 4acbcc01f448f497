package health.consilium.consultation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of a consultation's call log.
 *
 * @param kind for example CAME, RANG, LIVE, LEFT, ENDED
 * @param who the person it is about, or null
 * @param detail a reason or a number; may be empty
 */
public record CallLogEntry(
        Instant at, String kind, @Nullable UUID who, String detail) {}
