package health.consilium.identity;

import health.consilium.kernel.Secret;
import java.time.Instant;
import java.util.UUID;

/** Sign-ins as other modules may use them. */
public interface SignIns {
    /** A sign-in that was made just now. The secret is shown to its owner once and kept only as a hash. */
    record Started(UUID login, Secret<String> token, Instant expiresAt) {}

    /** Signs somebody in without a password; for the demo's one click and for links that proved who somebody is. */
    Started startSession(UserId account);

    /** A call that goes on counts as activity. */
    void touch(UUID login);
}
