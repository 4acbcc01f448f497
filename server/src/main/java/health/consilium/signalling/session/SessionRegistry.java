package health.consilium.signalling.session;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.stereotype.Component;

/** All sessions of this server, by id and by person. */
@Component
public class SessionRegistry {
    private static final int MOST_OF_ONE_PERSON = 16;

    private final ConcurrentMap<UUID, Session> byId = new ConcurrentHashMap<>();
    private final ConcurrentMap<UserId, Set<Session>> byPerson = new ConcurrentHashMap<>();

    /** Adds a session; returns the person's oldest one when there are too many now. */
    Optional<Session> add(Session session) {
        byId.put(session.id(), session);
        List<Session> tooMany = new ArrayList<>();
        byPerson.compute(session.person(), (person, sessions) -> {
            Set<Session> all = sessions == null ? new LinkedHashSet<>(2) : new LinkedHashSet<>(sessions);
            all.add(session);
            if (all.size() > MOST_OF_ONE_PERSON) {
                tooMany.add(all.iterator().next());
            }
            return all;
        });
        return tooMany.stream().findFirst();
    }

    /** False when it was not here any more. */
    boolean remove(Session session) {
        byPerson.computeIfPresent(session.person(), (person, sessions) -> {
            Set<Session> rest = new LinkedHashSet<>(sessions);
            rest.remove(session);
            return rest.isEmpty() ? null : rest;
        });
        return byId.remove(session.id(), session);
    }

    Optional<Session> find(UUID id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Set<Session> of(UserId person) {
        return byPerson.getOrDefault(person, Set.of());
    }

    public List<Session> all() {
        return List.copyOf(byId.values());
    }

    /** Whether a page of that person is connected to that call right now. */
    public boolean hasCallPage(UserId person, ConsultationId call) {
        return of(person).stream().anyMatch(session -> session.attached() && call.equals(session.call()));
    }

    /** Whether a page of that person is connected right now. */
    boolean reachable(UserId person) {
        return of(person).stream().anyMatch(Session::attached);
    }
}
