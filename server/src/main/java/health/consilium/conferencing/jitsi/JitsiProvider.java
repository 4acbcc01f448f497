package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.token.ByToken;
import java.time.Clock;

/** A Jitsi of the clinic's own. It asks us before it makes a room ({@link Reservations}), and so refuses whoever comes after the end. */
final class JitsiProvider extends ByToken {
    static final String NAME = "jitsi";

    JitsiProvider(JitsiProperties settings, Clock clock) {
        super(NAME, settings.base(), settings.claims(), settings.signer(), clock);
    }
}
