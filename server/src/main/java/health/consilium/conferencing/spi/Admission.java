package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is let in, until when.
 *
 * @param owner the doctor's right to moderate and to record
 */
public record Admission(UUID person, String displayName, boolean owner, Instant notBefore, Instant expiresAt) {}
