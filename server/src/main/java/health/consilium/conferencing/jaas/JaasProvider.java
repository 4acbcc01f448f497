package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.token.ByToken;
import java.time.Clock;

/** Jitsi as a service of 8x8. Tokens open a room until the end of its window. */
final class JaasProvider extends ByToken {
    static final String NAME = "jaas";

    /** @param records whether the doctor may switch 8x8's recorder */
    JaasProvider(JaasProperties settings, boolean records, Clock clock) {
        super(NAME, settings.base(), settings.claims(records), settings.signer(), clock);
    }
}
