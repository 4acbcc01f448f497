package health.consilium.conferencing.spi;

import health.consilium.kernel.Secret;
import java.time.Instant;

/**
 * What one person needs to come into one room.
 *
 * @param provider "builtin", "daily", "jitsi", "jaas"
 * @param roomUrl the page or endpoint of the room; holds no token
 * @param token opens the room for this person only
 */
public record JoinGrant(String provider, String roomName, String roomUrl, Secret<String> token, Instant expiresAt) {
    /** Whether the browsers talk to each other, and nobody else is needed. */
    public boolean carriedByUs() {
        return provider.equals("builtin");
    }
}
