package health.consilium.recording.segments;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.vault.Vault;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Destroys the key of a recording that is over, and writes it down: both or neither. */
@Component
class Shredding {
    private final RecordingStore recordings;
    private final Vault vault;
    private final Ledger ledger;
    private final AuditTrail trail;
    private final Consultations consultations;
    private final Clock clock;

    Shredding(
            RecordingStore recordings,
            Vault vault,
            Ledger ledger,
            AuditTrail trail,
            Consultations consultations,
            Clock clock) {
        this.recordings = recordings;
        this.vault = vault;
        this.ledger = ledger;
        this.trail = trail;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** @return false when it was destroyed before */
    @Transactional
    public boolean shred(UUID id, @Nullable UserId by) {
        recordings.lock(found(id).consultation());
        if (!found(id).phase().over()) {
            throw new Problem(
                    ErrorCode.RECORDING_UNAVAILABLE, "This recording is still going on. Please stop it first.");
        }
        boolean destroyed = vault.destroy(id);
        if (destroyed) {
            recordings.deleted(id);
            ledger.append(id, clock.instant(), "ERASED", by, null);
            AuditEntry entry = AuditEntry.of(by(by), Action.DELETED, Subject.RECORDING, id);
            trail.record(consultations
                    .find(found(id).consultation())
                    .map(view -> entry.about(view.patient().value()))
                    .orElse(entry));
        }
        return destroyed;
    }

    private static Actor by(@Nullable UserId who) {
        return who == null ? Actor.SYSTEM : new Actor(who.value(), "ADMIN");
    }

    private Recording found(UUID id) {
        return recordings
                .find(id)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This recording is not known here."));
    }
}
