package health.consilium.relay;

import health.consilium.kernel.Secret;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Time-limited leave to use STUN and TURN (the "TURN REST API" scheme, draft-uberti-behave-turn-rest-00). */
public interface IceServers {
    /**
     * @param host the name under which the browser reached us; the child relay listens there too
     * @param until when the credential should end; never later than the configured longest lifetime
     */
    Grant grant(String host, Instant until);

    /** @param expiresAt null when there is no relay and so nothing that expires */
    record Grant(List<Server> servers, @Nullable Instant expiresAt) {}

    record Server(
            List<String> urls,
            @Nullable String username,
            @Nullable Secret<String> credential) {}
}
