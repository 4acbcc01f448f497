package health.consilium.conferencing.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * Who is let in, until when.
 *
 * @param owner the doctor's right to moderate
 * @param records whether they may let the provider record: only ever the doctor, and only where providers are to record
 */
public record Admission(
        UUID person, String displayName, boolean owner, boolean records, Instant notBefore, Instant expiresAt) {
    /** Of somebody who may not let the provider record. */
    public Admission(UUID person, String displayName, boolean owner, Instant notBefore, Instant expiresAt) {
        this(person, displayName, owner, false, notBefore, expiresAt);
    }

    /** The same, and the doctor may let the provider record when that is how it is done here. */
    public Admission recording(boolean byProvider) {
        return new Admission(person, displayName, owner, owner && byProvider, notBefore, expiresAt);
    }
}
