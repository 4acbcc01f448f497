package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.token.Claims;
import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import java.time.Clock;

/** Jitsi as a service. 8x8 makes a room when the first person comes in with a token of ours; nothing is asked of it here. */
final class JaasProvider implements ConferencingProvider {
    static final String NAME = "jaas";

    private final String base;
    private final Claims claims;
    private final Signer signer;
    private final Clock clock;

    JaasProvider(JaasProperties settings, Clock clock) {
        this.base = "https://" + JaasProperties.DOMAIN + "/" + settings.tenant() + "/";
        this.claims = settings.claims();
        this.signer = settings.signer();
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Room open(RoomRequest request) {
        return new Room(NAME, request.name(), base + request.name());
    }

    @Override
    public JoinGrant admit(Room room, Admission admission) {
        return new JoinGrant(
                NAME,
                room.name(),
                room.url(),
                signer.sign(claims.of(room.name(), admission, clock.instant())),
                admission.expiresAt());
    }

    /** 8x8 has no way to be told: the doctor's page ends the conference for all, and tokens open it until the end of the window. */
    @Override
    public void close(Room room) {}
}
