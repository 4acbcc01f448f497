package health.consilium.signalling.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.signalling.frame.ServerFrame.Who;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Names, which hardly ever change: asked for once and believed for a minute. */
@Component
public class KnownPeople {
    private static final Duration BELIEVED = Duration.ofMinutes(1);
    /** Never reached by a clinic: Caffeine, when full, passes newcomers over, and each of them is asked for again. */
    private static final int MOST = 50_000;

    private final Users users;
    private final Cache<UserId, Who> known;

    KnownPeople(Users users, Ticker ticker) {
        this.users = users;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .ticker(() -> ticker.now().toNanos())
                .maximumSize(MOST)
                .executor(Runnable::run)
                .build();
    }

    /** Somebody is here, and says with each request who they are. */
    public void met(CurrentUser user) {
        known.put(user.id(), who(user));
    }

    /** Whom there is not is not remembered: Caffeine takes null for that. */
    @SuppressWarnings("NullAway")
    Who who(UserId person) {
        Who found = known.get(
                person, unknown -> users.find(unknown).map(KnownPeople::who).orElse(null));
        return found == null ? new Who(person.value(), "", "GUEST") : found;
    }

    static Who who(CurrentUser user) {
        return new Who(user.id().value(), user.displayName(), user.role().name());
    }

    private static Who who(UserView user) {
        return new Who(user.id().value(), user.displayName(), user.role().name());
    }
}
