package health.consilium.signalling.session;

import health.consilium.identity.UserId;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Who was rung while no page of theirs was open: their caller is told when one opens. */
@Component
final class Unreachable {
    private final SessionRegistry registry;
    private final Set<UserId> noted = ConcurrentHashMap.newKeySet();

    Unreachable(SessionRegistry registry) {
        this.registry = registry;
    }

    /** Looks twice: whoever comes in between is seen here, or finds themselves noted. */
    boolean note(UserId person) {
        if (registry.reachable(person)) {
            return false;
        }
        noted.add(person);
        return !registry.reachable(person);
    }

    /** True once for each person who was noted. */
    boolean cameBack(UserId person) {
        return noted.remove(person);
    }
}
