package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** The rooms that have somebody in them. */
@Component
final class CallRooms {
    private final ConcurrentMap<ConsultationId, CallRoom> rooms = new ConcurrentHashMap<>();

    CallRoom open(ConsultationId id, UserId doctor) {
        return rooms.computeIfAbsent(id, ignored -> new CallRoom(id, doctor));
    }

    Optional<CallRoom> find(ConsultationId id) {
        return Optional.ofNullable(rooms.get(id));
    }

    void closeIfEmpty(CallRoom room) {
        rooms.computeIfPresent(room.id(), (id, current) -> current == room && room.isEmpty() ? null : current);
    }
}
