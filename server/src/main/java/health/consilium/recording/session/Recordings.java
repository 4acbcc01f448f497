package health.consilium.recording.session;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Answer;
import health.consilium.recording.domain.Consent;
import health.consilium.recording.domain.Decision;
import health.consilium.recording.domain.Fact;
import health.consilium.recording.domain.Happening;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.Ledger.Reading;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.vault.Vault;
import health.consilium.signalling.spi.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Locks the recordings of a consultation, lets the domain decide, writes state and ledger, and tells: all or nothing. */
@Component
public class Recordings {
    private static final Logger log = LoggerFactory.getLogger(Recordings.class);

    private final RecordingStore store;
    private final Ledger ledger;
    private final Vault vault;
    private final Room room;
    private final Consultations consultations;
    private final RecordingFrames frames;
    private final Outbox outbox;
    private final RecordingProperties settings;
    private final Clock clock;
    private final Consent consent = new Consent();
    private final AuditTrail trail;
    private final Service service;

    Recordings(
            RecordingStore store,
            Ledger ledger,
            Vault vault,
            Room room,
            Consultations consultations,
            RecordingFrames frames,
            Outbox outbox,
            RecordingProperties settings,
            Service service,
            AuditTrail trail,
            Clock clock) {
        this.store = store;
        this.ledger = ledger;
        this.vault = vault;
        this.room = room;
        this.consultations = consultations;
        this.frames = frames;
        this.outbox = outbox;
        this.settings = settings;
        this.service = service;
        this.trail = trail;
        this.clock = clock;
    }

    /** The doctor asks everybody. Asking again while one is asked for or goes on changes nothing. */
    @Transactional
    public Recording request(ConsultationId id, UserId who, Reading reading) {
        ConsultationView view = consultations.find(id).orElseThrow(Recordings::unknown);
        if (!view.doctor().equals(who)) {
            throw new Problem(ErrorCode.FORBIDDEN, "Only the doctor can ask to record. Please ask your doctor.");
        }
        if (!settings.enabled()) {
            throw new Problem(
                    ErrorCode.RECORDING_UNAVAILABLE,
                    "Recording is switched off here. The conversation goes on without it.");
        }
        // Before the lock: what keeps recordings may take its time to answer, and people come and go meanwhile.
        Room.Standing standing = room.standing();
        store.lock(id);
        Optional<Recording> going = store.live(id);
        if (going.isPresent()) {
            return going.get();
        }
        refuseWithoutRoom(standing);
        // Read again: whoever came before the lock was ours is there now.
        view = consultations.find(id).orElseThrow(Recordings::unknown);
        if (view.ended()) {
            throw new Problem(ErrorCode.CONSULTATION_ENDED, "This consultation has been ended.");
        }
        Instant now = clock.instant();
        Recording asked =
                Recording.asked(UUID.randomUUID(), id, who, reading.wording(), service.of(id), frames.terms());
        store.insert(asked, now);
        vault.prepare(asked.id());
        ledger.append(asked.id(), now, "ASKED", who, reading);
        return commit(asked, new Fact.Presence(view.present()), null, now);
    }

    private static void refuseWithoutRoom(Room.Standing standing) {
        String why = switch (standing) {
            case WELL -> "";
            case FULL -> "The clinic has no room left for recordings.";
            case AWAY -> "What keeps the clinic's recordings cannot be reached right now.";
        };
        if (!why.isEmpty()) {
            throw new Problem(ErrorCode.RECORDING_UNAVAILABLE, why + " The conversation goes on without it.");
        }
    }

    /** @throws Problem NOT_FOUND, INVALID_REQUEST when another text was read, RECORDING_UNAVAILABLE when it is over */
    @Transactional
    public void answer(UUID recording, ConsultationId id, UserId who, boolean agreed, Reading reading) {
        Recording r = locked(recording, id);
        if (agreed && !reading.wording().equals(r.wording())) {
            throw new Problem(ErrorCode.INVALID_REQUEST, "This answer belongs to another text. Please read it again.");
        }
        commit(r, new Fact.Answered(who, agreed), reading, clock.instant());
    }

    /**
     * Somebody who was recorded takes their yes back, also long after: what becomes of it is what they read then.
     *
     * @throws Problem NOT_FOUND; FORBIDDEN for the doctor who asked, once it is over
     */
    @Transactional
    public Recording withdraw(UUID recording, CurrentUser who) {
        Recording r = locked(
                recording,
                store.find(recording).orElseThrow(Recordings::unknown).consultation());
        if (who.id().equals(r.doctor())) {
            throw new Problem(
                    ErrorCode.FORBIDDEN,
                    "Only whoever was asked takes their agreement back. Please ask the clinic to delete the recording.");
        }
        Recording next = commit(r, new Fact.Answered(who.id(), false), null, clock.instant());
        if (!next.equals(r)) {
            trail.record(about(next, AuditEntry.of(who.actor(), Action.CHANGED, Subject.RECORDING, r.id()))
                    .with("agreement", Answer.WITHDRAWN)
                    .with("deleted", next.phase() == Phase.DELETED));
        }
        return next;
    }

    @Transactional
    public void stop(UUID recording, ConsultationId id, UserId who) {
        commit(locked(recording, id), new Fact.StopRequested(who), null, clock.instant());
    }

    /**
     * Somebody's page can, or cannot, record: whoever is there and can is asked to. Where a service records, some of them are
     * switched by the doctor's page only, and it says that the service does not.
     */
    @Transactional
    public void able(UUID recording, ConsultationId id, UserId who, boolean able) {
        Recording r = locked(recording, id);
        boolean serviceDoesNot = !able && r.service() != null && r.doctor().equals(who);
        commit(r, serviceDoesNot ? new Fact.ServiceFailed() : new Fact.Able(who, able), null, clock.instant());
    }

    /** In the transaction that changes who is there: nobody is present before the recording knows. */
    @Transactional
    public void changed(ConsultationView view) {
        store.lock(view.id());
        store.live(view.id()).ifPresent(r -> {
            Fact fact = view.ended() ? new Fact.Ended() : new Fact.Presence(view.present());
            commit(r, fact, null, clock.instant());
        });
    }

    /** There is no room for it. */
    @Transactional
    public void storageFull(ConsultationId id) {
        stopFor(id, new Fact.StorageFull());
    }

    /** What should keep it has not answered for too long. */
    @Transactional
    public void storageAway(ConsultationId id) {
        stopFor(id, new Fact.StorageAway());
    }

    /** The service that should record it does not. */
    @Transactional
    public void serviceFailed(ConsultationId id) {
        stopFor(id, new Fact.ServiceFailed());
    }

    private void stopFor(ConsultationId id, Fact fact) {
        store.lock(id);
        store.live(id).ifPresent(r -> commit(r, fact, null, clock.instant()));
    }

    /** @throws Problem NOT_FOUND, also when it is of another consultation */
    Recording own(UUID recording, ConsultationId id) {
        return store.find(recording).filter(r -> r.consultation().equals(id)).orElseThrow(Recordings::unknown);
    }

    private Recording locked(UUID recording, ConsultationId id) {
        own(recording, id);
        store.lock(id);
        return own(recording, id);
    }

    private Recording commit(Recording before, Fact fact, @Nullable Reading reading, Instant now) {
        Decision decision = consent.decide(before, fact, now);
        if (decision.refusal() != null) {
            throw refusal(decision.refusal());
        }
        Recording next = decision.next();
        if (next.equals(before)) {
            return next;
        }
        store.update(before, next, now);
        for (Happening happening : decision.happenings()) {
            switch (happening) {
                case Happening.Said h ->
                    ledger.append(next.id(), now, h.answer().name(), h.who(), reading);
                case Happening.Began h -> ledger.append(next.id(), now, "BEGAN", null, null);
                case Happening.Paused h -> ledger.append(next.id(), now, "PAUSED_" + h.reason(), null, null);
                case Happening.Stopped h -> ledger.append(next.id(), now, "STOPPED_" + h.reason(), null, null);
            }
        }
        if (next.phase() == Phase.DELETED) {
            vault.destroy(next.id());
            ledger.append(next.id(), now, "ERASED", null, null);
            trail.record(about(next, AuditEntry.of(Actor.SYSTEM, Action.DELETED, Subject.RECORDING, next.id()))
                    .with("because", next.reason()));
        }
        if (next.phase().over()) {
            // Outside of the database, too: where the chain ended cannot be taken back.
            String end = ledger.last(next.id()).hash();
            log.info("recording {} is over; its ledger ends with {}", next.id(), end);
        }
        service.changed(before, next);
        // Of an earlier one, taken back while another goes on, pages would believe that it is the one that goes on.
        if (store.latest(next.consultation())
                .filter(r -> r.id().equals(next.id()))
                .isPresent()) {
            outbox.toAll(next.consultation(), frames.state(next));
        }
        return next;
    }

    private AuditEntry about(Recording r, AuditEntry entry) {
        return consultations
                .find(r.consultation())
                .map(view -> entry.about(view.patient().value()))
                .orElse(entry);
    }

    private static Problem refusal(ErrorCode code) {
        return switch (code) {
            case FORBIDDEN ->
                new Problem(code, "Only the doctor ends it for all. To end it for you, take your consent back.");
            default -> new Problem(code, "This recording is over. Please wait until the doctor asks again.");
        };
    }

    private static Problem unknown() {
        return new Problem(ErrorCode.NOT_FOUND, "This recording is not known here.");
    }
}
