package health.consilium.relay.coturn;

import health.consilium.kernel.Secret;
import health.consilium.kernel.SecretStore;
import health.consilium.relay.IceServers.Server;
import health.consilium.relay.RelayProperties;
import java.time.Instant;
import java.util.Base64;
import java.util.List;

/** Leave to use a relay: "until:name", and its HMAC under the key that we share with it. */
final class Credentials {
    private Credentials() {}

    static Server of(RelayProperties settings, SecretStore secrets, String name, Instant until, List<String> urls) {
        String username = until.getEpochSecond() + ":" + name;
        String key = settings.urls().isEmpty() ? secrets.named("turn").reveal() : String.valueOf(settings.secret());
        String signed = Base64.getEncoder().encodeToString(Hmac.of("HmacSHA1", key, username));
        return new Server(urls, username, Secret.of(signed));
    }
}
