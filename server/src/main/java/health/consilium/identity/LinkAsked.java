package health.consilium.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A patient asked for a new link into an appointment. Whoever writes mails issues it and sends it.
 *
 * @param path what {@link OneTimeLinks#issue} wants to know
 * @param until the same
 */
public record LinkAsked(UserId person, UUID appointment, String path, Instant until) {}
