package health.consilium.conferencing.jitsi.token;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import java.time.Clock;

/**
 * A Jitsi, whoever runs it: it makes a room when the first person comes in with a token of ours. Nothing is asked of it here,
 * so it cannot be away; and it has no way to be told that a room is over.
 */
public abstract class ByToken implements ConferencingProvider {
    private final String name;
    private final String base;
    private final Claims claims;
    private final Signer signer;
    private final Clock clock;

    /** @param base address of all rooms, with a slash at its end */
    protected ByToken(String name, String base, Claims claims, Signer signer, Clock clock) {
        this.name = name;
        this.base = base;
        this.claims = claims;
        this.signer = signer;
        this.clock = clock;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Room open(RoomRequest request) {
        return new Room(name, request.name(), base + request.name());
    }

    @Override
    public final JoinGrant admit(Room room, Admission admission) {
        return new JoinGrant(
                name,
                room.name(),
                room.url(),
                signer.sign(claims.of(room.name(), admission, clock.instant())),
                admission.expiresAt());
    }

    @Override
    public final void close(Room room) {
        // The doctor's page ends the conference for all.
    }
}
