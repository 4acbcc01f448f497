package health.consilium.testing;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;

/** Remembers what it was asked for, and can be down. */
@TestComponent
public class FakeProvider implements ConferencingProvider {
    public static final String NAME = "fake";

    public final List<RoomRequest> opened = new CopyOnWriteArrayList<>();
    public final List<Admission> admitted = new CopyOnWriteArrayList<>();
    public final List<Room> closed = new CopyOnWriteArrayList<>();
    public volatile boolean down;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Room open(RoomRequest request) {
        opened.add(request);
        if (down) {
            throw away();
        }
        return new Room(NAME, request.name(), "https://rooms.example/" + request.name());
    }

    @Override
    public JoinGrant admit(Room room, Admission admission) {
        admitted.add(admission);
        return new JoinGrant(
                NAME, room.name(), room.url(), Secret.of("token of " + admission.person()), admission.expiresAt());
    }

    @Override
    public void close(Room room) {
        closed.add(room);
        if (down) {
            throw away();
        }
    }

    private static Problem away() {
        return new Problem(ErrorCode.PROVIDER_UNAVAILABLE, "The fake provider is down.");
    }
}
