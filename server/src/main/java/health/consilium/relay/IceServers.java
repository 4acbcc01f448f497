package health.consilium.relay;

import health.consilium.identity.UserId;
import health.consilium.kernel.Secret;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Time-limited leave to use STUN and TURN (the "TURN REST API" scheme, draft-uberti-behave-turn-rest-00). */
public interface IceServers {
    /**
     * @param holder who may use it, and what for; all that a holder has open at the relay counts together
     * @param host the name under which the browser reached us; the child relay listens there too
     * @param until when the credential should end; never later than the configured longest lifetime
     */
    Grant grant(Holder holder, String host, Instant until);

    /** @param call the consultation; null when somebody only tests their connection */
    record Holder(UserId person, @Nullable UUID call) {
        public static Holder inCall(UserId person, UUID consultation) {
            return new Holder(person, consultation);
        }

        public static Holder testing(UserId person) {
            return new Holder(person, null);
        }
    }

    /** @param expiresAt null when there is no relay and so nothing that expires */
    record Grant(List<Server> servers, @Nullable Instant expiresAt) {}

    record Server(
            List<String> urls,
            @Nullable String username,
            @Nullable Secret<String> credential) {}
}
