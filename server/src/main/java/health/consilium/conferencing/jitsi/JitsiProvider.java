package health.consilium.conferencing.jitsi;

import health.consilium.conferencing.jitsi.token.Claims;
import health.consilium.conferencing.jitsi.token.Signer;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import java.time.Clock;

/**
 * A Jitsi of the clinic's own. It makes a room when the first person comes in, and asks us before ({@link Reservations}); so
 * nothing is asked of it here, and it cannot be away.
 */
final class JitsiProvider implements ConferencingProvider {
    static final String NAME = "jitsi";

    private final String base;
    private final Claims claims;
    private final Signer signer;
    private final Clock clock;

    JitsiProvider(JitsiProperties settings, Clock clock) {
        this.base = "https://" + settings.host() + "/";
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

    /** Jitsi has no way to be told: the doctor's page ends the conference for all, and the reservation refuses whoever comes. */
    @Override
    public void close(Room room) {}
}
