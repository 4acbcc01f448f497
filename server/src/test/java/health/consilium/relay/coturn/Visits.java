package health.consilium.relay.coturn;

import health.consilium.kernel.SecretStore;
import health.consilium.relay.RelayProperties;
import java.time.Clock;

/** Lets tests of the module go to relays of their own. */
public final class Visits {
    private Visits() {}

    public static RelayVisit to(RelayProperties relay, SecretStore secrets) {
        return new RelayVisit(relay, secrets, Clock.systemUTC(), null, null);
    }
}
