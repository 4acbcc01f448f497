package health.consilium.notification.outbox;

import health.consilium.notification.outbox.Carrier.Outcome;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes what is due and has it carried, a few at once in each lane. The one place where somebody may be told twice: the other
 * side took a message, and this program died, or the connection broke, before it knew. The second one is the same to the
 * letter, its Message-ID included, so that mail programs show one.
 */
@Component
class Delivery implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private final Attempts ledger;
    private final Map<Channel, Carrier> carriers = new EnumMap<>(Channel.class);
    private final ObjectProvider<Carrier> all;
    private final ObjectProvider<Relevance> relevance;
    private final Clock clock;
    private final Map<Lane, Set<UUID>> underWay = new EnumMap<>(Lane.class);
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("notification-", 0).factory());

    Delivery(Attempts ledger, ObjectProvider<Carrier> carriers, ObjectProvider<Relevance> relevance, Clock clock) {
        this.ledger = ledger;
        this.all = carriers;
        this.relevance = relevance;
        this.clock = clock;
        for (Lane lane : Lane.values()) {
            underWay.put(lane, ConcurrentHashMap.newKeySet());
        }
    }

    /** What was due while the program did not run. */
    @EventListener(ApplicationReadyEvent.class)
    void lookEverywhere() {
        for (Lane lane : Lane.values()) {
            look(lane);
        }
    }

    /** Returns at once. */
    void look(Lane lane) {
        if (!threads.isShutdown()) {
            threads.execute(() -> take(lane));
        }
    }

    private void take(Lane lane) {
        Set<UUID> mine = Objects.requireNonNull(underWay.get(lane));
        try {
            List<Message> claimed;
            synchronized (mine) {
                int free = Lane.AT_ONCE - mine.size();
                claimed = free <= 0 ? List.of() : ledger.claim(lane, free, mine);
                claimed.forEach(message -> mine.add(message.id()));
            }
            claimed.forEach(message -> threads.execute(() -> attempt(message, lane, mine)));
        } catch (RuntimeException e) {
            // Wake-ups are durable, and the next message looks again.
            LOG.warn(
                    "messages of lane {} could not be taken: {}",
                    lane,
                    e.getClass().getSimpleName());
        }
    }

    private void attempt(Message message, Lane lane, Set<UUID> mine) {
        try {
            if (!clock.instant().isBefore(message.expiresAt())) {
                ledger.settle(message, lane, new Outcome.Never(Problem.EXPIRED));
                return;
            }
            switch (relevance.getObject().of(message)) {
                case FORGET -> ledger.forget(message);
                case OUTDATED -> ledger.settle(message, lane, new Outcome.Never(Problem.OUTDATED));
                case TELL -> ledger.settle(message, lane, carry(message));
            }
        } catch (RuntimeException e) {
            // It stays claimed, and is tried again when its lease is over.
            LOG.warn(
                    "message {} was not settled: {}", message.id(), e.getClass().getSimpleName());
        } finally {
            mine.remove(message.id());
            look(lane);
        }
    }

    private Outcome carry(Message message) {
        try {
            return carrier(message.channel()).carry(message);
        } catch (RuntimeException e) {
            LOG.error(
                    "message {} ({}) could not be made: {} {}",
                    message.id(),
                    message.kind(),
                    e.getClass().getName(),
                    e.getStackTrace().length == 0 ? "" : e.getStackTrace()[0]);
            return new Outcome.Again(Problem.INTERNAL);
        }
    }

    private Carrier carrier(Channel channel) {
        synchronized (carriers) {
            return carriers.computeIfAbsent(
                    channel,
                    wanted -> all.stream()
                            .filter(one -> one.channel() == wanted)
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Override
    public void destroy() {
        threads.shutdownNow();
    }
}
