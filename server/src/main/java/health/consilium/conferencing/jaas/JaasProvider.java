package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.token.ByToken;
import java.time.Clock;

/** Jitsi as a service of 8x8. Tokens open a room until the end of its window. */
final class JaasProvider extends ByToken {
    static final String NAME = "jaas";

    JaasProvider(JaasProperties settings, Clock clock) {
        super(
                NAME,
                "https://" + JaasProperties.DOMAIN + "/" + settings.tenant() + "/",
                settings.claims(),
                settings.signer(),
                clock);
    }
}
