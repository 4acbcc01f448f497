package health.consilium.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in stopped being good: sign-out, expiry, disabled account or changed role. Sockets opened with it must close
 * within 5 s (SAFETY S3).
 *
 * @param login the one sign-in, or null for all of the person's
 */
public record SignedOut(UserId user, @Nullable UUID login, Why why) {
    /** What else goes with the sign-in depends on it. */
    public enum Why {
        /** The person said so, or somebody else signed in with the same browser. */
        ASKED,
        EXPIRED,
        DISABLED
    }
}
