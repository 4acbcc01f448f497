package health.consilium.testing;

import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.CloudRecording;
import health.consilium.conferencing.spi.ConferencingProvider;
import health.consilium.conferencing.spi.JoinGrant;
import health.consilium.conferencing.spi.Room;
import health.consilium.conferencing.spi.RoomGone;
import health.consilium.conferencing.spi.RoomRequest;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.kernel.Secret;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;

/** Remembers what it was asked for, records, and can be down. Nobody comes here who is not sent by a test. */
@TestComponent
public class FakeProvider implements ConferencingProvider, CloudRecording {
    public static final String NAME = "fake";

    public final List<RoomRequest> opened = new CopyOnWriteArrayList<>();
    public final List<Admission> admitted = new CopyOnWriteArrayList<>();
    public final List<Room> closed = new CopyOnWriteArrayList<>();
    /** Rooms. */
    public final List<String> recording = new CopyOnWriteArrayList<>();

    public final Map<String, Made> films = new ConcurrentHashMap<>();
    /** As often as each was asked for. */
    public final List<String> fetched = new CopyOnWriteArrayList<>();

    public final List<String> deleted = new CopyOnWriteArrayList<>();
    /** Films that it does not delete when it is asked to. */
    public final Set<String> stuck = ConcurrentHashMap.newKeySet();

    /** Rooms in which it says that it will record, and does not. */
    public final Set<String> idle = ConcurrentHashMap.newKeySet();

    /** Rooms that somebody has deleted there. */
    public final Set<String> lost = ConcurrentHashMap.newKeySet();

    /** Films that it says it never had. */
    public final Set<String> unknown = ConcurrentHashMap.newKeySet();

    public volatile boolean down;

    /** @param length as it is announced, which may be wrong */
    public record Made(byte[] bytes, long length, Instant startedAt, Duration duration) {}

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
        lost.remove(request.name());
        return new Room(NAME, request.name(), "https://rooms.example/" + request.name());
    }

    @Override
    public JoinGrant admit(Room room, Admission admission) {
        if (lost.contains(room.name())) {
            throw new RoomGone();
        }
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

    @Override
    public String service() {
        return "Fake Video";
    }

    @Override
    public void start(Room room) {
        if (down) {
            throw away();
        }
        if (!idle.contains(room.name())) {
            recording.add(room.name());
        }
    }

    @Override
    public Optional<Boolean> isRecording(Room room) {
        if (down) {
            throw away();
        }
        return Optional.of(recording.contains(room.name()));
    }

    @Override
    public void stop(Room room) {
        if (down) {
            throw away();
        }
        recording.remove(room.name());
    }

    @Override
    public Film fetch(String name) {
        if (unknown.contains(name)) {
            throw new Problem(ErrorCode.NOT_FOUND, "There is no such film.");
        }
        Made made = films.get(name);
        if (down || made == null) {
            throw away();
        }
        fetched.add(name);
        return new Film(new ByteArrayInputStream(made.bytes), made.length, "video/mp4", made.startedAt, made.duration);
    }

    @Override
    public void delete(String name) {
        if (down || stuck.contains(name)) {
            throw away();
        }
        deleted.add(name);
    }

    private static Problem away() {
        return new Problem(ErrorCode.PROVIDER_UNAVAILABLE, "The fake provider is down.");
    }
}
