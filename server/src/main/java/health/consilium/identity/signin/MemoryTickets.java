package health.consilium.identity.signin;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.SignedOut;
import health.consilium.identity.Tickets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tickets live for seconds, so memory is the right place: a restart refuses them and the page asks for a new one. */
@Component
class MemoryTickets implements Tickets {
    private static final Duration LIFETIME = Duration.ofSeconds(30);

    private final Map<String, Kept> tickets = new ConcurrentHashMap<>();
    private final Clock clock;

    MemoryTickets(Clock clock) {
        this.clock = clock;
    }

    private record Kept(Holder holder, Instant expiresAt) {}

    @Override
    public Issued issue(CurrentUser holder, @Nullable UUID consultation) {
        Instant now = clock.instant();
        tickets.values().removeIf(kept -> !now.isBefore(kept.expiresAt));
        Issued issued = new Issued(Tokens.fresh(), now.plus(LIFETIME));
        tickets.put(
                issued.ticket().reveal(),
                new Kept(new Holder(holder, consultation, holder.login()), issued.expiresAt()));
        return issued;
    }

    @Override
    public Optional<Holder> redeem(String ticket) {
        return Optional.ofNullable(tickets.remove(ticket))
                .filter(kept -> clock.instant().isBefore(kept.expiresAt))
                .map(Kept::holder);
    }

    /** Asking the database again with each ticket would find nothing that is not told here, within two seconds. */
    @EventListener
    void on(SignedOut signedOut) {
        tickets.values()
                .removeIf(kept -> kept.holder.user().id().equals(signedOut.user())
                        && (signedOut.login() == null || signedOut.login().equals(kept.holder.login())));
    }
}
