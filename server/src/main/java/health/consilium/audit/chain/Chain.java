package health.consilium.audit.chain;

import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries wait in the transaction until it is about to commit and get their numbers then: the end of the chain is locked
 * for the length of a commit, never while somebody works, and whoever holds it waits for nothing else any more.
 */
@Service
class Chain implements AuditTrail {
    /** Pages ask again and again; a player asks for a film in pieces. */
    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ChainStore store;
    private final Clock clock;

    Chain(ChainStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(AuditEntry entry) {
        waiting().add(entry, clock.instant());
    }

    @Override
    @Transactional
    public void note(AuditEntry entry) {
        waiting().add(entry, clock.instant());
    }

    @Override
    @Transactional
    public void seen(AuditEntry entry) {
        Instant now = clock.instant();
        boolean own =
                entry.patient() != null && entry.patient().equals(entry.actor().id());
        if (!own && !lately(entry, now)) {
            waiting().add(entry, now);
        }
    }

    @Override
    @Transactional
    public void seen(AuditEntry list, Collection<UUID> patients) {
        Instant now = clock.instant();
        Set<String> wanted = new LinkedHashSet<>();
        patients.stream()
                .filter(patient -> !patient.equals(list.actor().id()))
                .forEach(patient -> wanted.add(patient.toString()));
        if (!wanted.isEmpty()) {
            wanted.removeAll(store.since(
                    list.actor().id(), list.action().name(), list.subject().name(), wanted, now.minus(ONE_LOOK)));
        }
        for (String patient : wanted) {
            AuditEntry one = AuditEntry.of(list.actor(), list.action(), list.subject(), patient);
            waiting().add(one.about(UUID.fromString(patient)), now);
        }
        seen(list);
    }

    private boolean lately(AuditEntry entry, Instant now) {
        return store.since(
                entry.actor().id(),
                entry.action().name(),
                entry.subject().name(),
                entry.subjectId(),
                now.minus(ONE_LOOK));
    }

    private Waiting waiting() {
        for (TransactionSynchronization other : TransactionSynchronizationManager.getSynchronizations()) {
            if (other instanceof Waiting mine && mine.of(this)) {
                return mine;
            }
        }
        Waiting fresh = new Waiting();
        TransactionSynchronizationManager.registerSynchronization(fresh);
        return fresh;
    }

    /** What this transaction will append. */
    private final class Waiting implements TransactionSynchronization, Ordered {
        private record Said(AuditEntry entry, Instant at) {}

        private final List<Said> all = new ArrayList<>();

        void add(AuditEntry entry, Instant at) {
            all.add(new Said(entry, at.truncatedTo(ChronoUnit.MICROS)));
        }

        boolean of(Chain chain) {
            return Chain.this == chain;
        }

        @Override
        public int getOrder() {
            return Ordered.LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            ChainHead head = store.lockedHead();
            List<Link> links = new ArrayList<>();
            for (Said said : all) {
                Link link = link(head.number() + 1, said).after(head.hash());
                links.add(link);
                head = new ChainHead(link.number(), link.hash());
            }
            if (!links.isEmpty()) {
                store.append(links);
            }
            all.clear();
        }

        private Link link(long number, Said said) {
            AuditEntry entry = said.entry;
            return new Link(
                    number,
                    said.at,
                    entry.actor().id(),
                    entry.actor().role(),
                    entry.action().name(),
                    entry.subject().name(),
                    entry.subjectId(),
                    entry.patient(),
                    json(entry),
                    "");
        }
    }

    private static String json(AuditEntry entry) {
        return JSON.writeValueAsString(entry.details());
    }
}
