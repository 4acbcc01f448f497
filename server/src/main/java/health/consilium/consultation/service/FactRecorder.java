package health.consilium.consultation.service;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Fact;
import health.consilium.consultation.domain.Lifecycle;
import health.consilium.consultation.domain.Outcome;
import health.consilium.consultation.store.CallLog;
import health.consilium.consultation.store.ConsultationStore;
import health.consilium.consultation.store.Stored;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Locks the consultation, lets the domain decide, writes state, log and wake-up, and tells: all or nothing. */
@Component
class FactRecorder {
    private final ConsultationStore store;
    private final CallLog log;
    private final Lifecycle lifecycle;
    private final WakeUps wakeUps;
    private final Announcer announcer;
    private final Clock clock;

    FactRecorder(
            ConsultationStore store,
            CallLog log,
            Lifecycle lifecycle,
            WakeUps wakeUps,
            Announcer announcer,
            Clock clock) {
        this.store = store;
        this.log = log;
        this.lifecycle = lifecycle;
        this.wakeUps = wakeUps;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * @param version of the row afterwards
     * @param refusal why the fact was not accepted; what was due before it is committed all the same
     */
    record Recorded(
            Consultation consultation,
            long version,
            @Nullable ErrorCode refusal) {}

    @Transactional
    public Recorded record(ConsultationId id, Fact fact) {
        Stored stored = locked(id).orElseThrow(FactRecorder::unknown);
        Instant now = clock.instant();
        return commit(stored, lifecycle.handle(stored.consultation(), fact, now), now);
    }

    /** Applies what is due; nothing happens when nothing is. */
    @Transactional
    public Optional<Recorded> catchUp(ConsultationId id) {
        Instant now = clock.instant();
        return locked(id).map(stored -> commit(stored, lifecycle.catchUp(stored.consultation(), now), now));
    }

    private Optional<Stored> locked(ConsultationId id) {
        return store.lock(id);
    }

    private Recorded commit(Stored before, Outcome outcome, Instant now) {
        Consultation next = outcome.next();
        if (next.equals(before.consultation())) {
            return new Recorded(next, before.version(), outcome.refusal());
        }
        long version = store.update(next, now);
        outcome.occurrences().forEach(occurrence -> log.append(next, occurrence.what(), occurrence.at()));
        wakeUps.arm(next);
        announcer.announce(before.consultation(), next, version, outcome.occurrences());
        return new Recorded(next, version, outcome.refusal());
    }

    static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This consultation is not known here.");
    }
}
