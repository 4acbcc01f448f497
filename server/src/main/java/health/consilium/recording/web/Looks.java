package health.consilium.recording.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.AccessLog;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks at a recording, or decides who may, is written down: beside the recording and in the audit trail; a look before
 * the first byte leaves.
 */
@Component
class Looks {
    private final AccessLog access;
    private final AuditTrail trail;
    private final Consultations consultations;
    private final Clock clock;

    Looks(AccessLog access, AuditTrail trail, Consultations consultations, Clock clock) {
        this.access = access;
        this.trail = trail;
        this.consultations = consultations;
        this.clock = clock;
    }

    /** How somebody looks; its name stands in table recording_access. */
    enum Look {
        VIEW(Action.VIEWED),
        DOWNLOAD(Action.DOWNLOADED),
        PICTURE(Action.VIEWED),
        CHECK(Action.CHECKED);

        private final Action action;

        Look(Action action) {
            this.action = action;
        }
    }

    @Transactional
    public void note(Recording recording, CurrentUser who, Look look) {
        access.note(recording.id(), who.id(), look.name(), clock.instant());
        AuditEntry entry = AuditEntry.of(who.actor(), look.action, Subject.RECORDING, recording.id())
                .with("how", look.name());
        trail.seen(about(recording, entry));
    }

    /** The doctor's word whether the patient may download, and who said it. */
    @Transactional
    public void allow(Recording recording, CurrentUser who, boolean patientMayDownload) {
        access.patientMayDownload(recording.id(), patientMayDownload);
        AuditEntry entry = AuditEntry.of(who.actor(), Action.CHANGED, Subject.RECORDING, recording.id())
                .with("patientMayDownload", patientMayDownload);
        trail.record(about(recording, entry));
    }

    private AuditEntry about(Recording recording, AuditEntry entry) {
        return consultations
                .find(recording.consultation())
                .map(view -> entry.about(view.patient().value()))
                .orElse(entry);
    }
}
