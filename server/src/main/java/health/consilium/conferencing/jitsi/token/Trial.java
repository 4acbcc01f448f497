package health.consilium.conferencing.jitsi.token;

import health.consilium.conferencing.spi.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Signs a token that opens nothing, and lets it be judged. */
public final class Trial {
    private static final String ROOM = "room-0000000000000000000000000000000000000000";

    private Trial() {}

    public static boolean isLetIn(Signer signer, Claims claims, Instant now) {
        Admission somebody = new Admission(new UUID(0, 0), "Trial", true, now, now.plus(Duration.ofMinutes(1)));
        String token = signer.sign(claims.of(ROOM, somebody, now)).reveal();
        return new TokenJudge(signer, claims).refusals(token, ROOM, now).isEmpty();
    }
}
