package health.consilium.identity.people;

import health.consilium.identity.UserView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account as administrators see it.
 *
 * @param hasPassword whether one was ever set; without one there is the invitation, or links
 * @param lastSeen when its newest sign-in was used last; null when there is none now
 */
public record Person(
        UserView user,
        boolean enabled,
        boolean hasPassword,
        @Nullable Instant lastSeen) {}
