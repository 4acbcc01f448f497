package health.consilium.prescription.service;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.prescription.PrescriptionSigned;
import health.consilium.prescription.PrescriptionWithdrawn;
import health.consilium.prescription.domain.Content;
import health.consilium.prescription.domain.Item;
import health.consilium.prescription.medication.Medications;
import health.consilium.prescription.seal.Seal;
import health.consilium.prescription.store.PrescriptionStore;
import health.consilium.prescription.store.PrescriptionStore.Draft;
import health.consilium.prescription.store.PrescriptionStore.Head;
import health.consilium.prescription.store.PrescriptionStore.Version;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing, signing, correcting and taking back. */
@Service
@Transactional
public class PrescriptionDesk {
    private final Prescribing rules;
    private final PrescriptionStore store;
    private final Contents contents;
    private final Medications medications;
    private final Seal seal;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PrescriptionDesk(
            Prescribing rules,
            PrescriptionStore store,
            Contents contents,
            Medications medications,
            Seal seal,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.contents = contents;
        this.medications = medications;
        this.seal = seal;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** The appointment's draft: the one that there is, or a new one. */
    public Draft start(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = rules.asDoctor(appointment, who);
        rules.refuseWhenClosed(view);
        return store.draftOf(appointment).orElseGet(() -> {
            Head head = new Head(UUID.randomUUID(), appointment, view.patient(), view.doctor());
            store.add(head, clock.instant());
            if (!store.open(head, List.of(), "", 0, clock.instant())) {
                store.discard(head.id());
            }
            return store.draftOf(appointment).orElseThrow();
        });
    }

    public Draft save(UUID prescription, List<Item> items, String notes, int known, CurrentUser who) {
        Head head = rules.ownLocked(prescription, who);
        rules.refuseWhenClosed(rules.mine(head.appointment(), who));
        List<Item> coded = items.stream().map(medications::coded).toList();
        if (!store.save(prescription, coded, notes, known, clock.instant())) {
            throw changed();
        }
        return store.draft(prescription).orElseThrow();
    }

    public void discard(UUID prescription, CurrentUser who) {
        rules.ownLocked(prescription, who);
        store.discard(prescription);
    }

    /** Signs the draft as the doctor saw it. Asked twice for the same, it is signed once. */
    public Version sign(UUID prescription, int revision, CurrentUser who) {
        Head head = rules.ownLocked(prescription, who);
        List<Version> before = store.versions(prescription);
        if (!before.isEmpty()
                && before.getLast().draftRevision() == revision
                && store.draft(prescription).isEmpty()) {
            return before.getLast();
        }
        Draft draft = store.draft(prescription)
                .filter(one -> one.revision() == revision)
                .orElseThrow(PrescriptionDesk::changed);
        rules.refuseWhenClosed(rules.mine(head.appointment(), who));
        refuseIncomplete(draft.items());
        Instant now = clock.instant();
        Content content = contents.of(head, draft, before.size() + 1, now);
        String canonical = seal.canonical(content);
        byte[] digest = seal.digest(canonical);
        Version version = new Version(
                prescription, content.version(), canonical, digest, seal.sign(digest), content.code(), revision, now);
        store.sign(version);
        audit.record(entry(head, Action.SIGNED, who).with("version", content.version()));
        events.publishEvent(new PrescriptionSigned(
                prescription, content.version(), head.appointment(), head.patient(), head.doctor()));
        return version;
    }

    /** A draft that begins with what was signed last; once signed, it supersedes it. */
    public Draft correct(UUID prescription, CurrentUser who) {
        Head head = rules.ownLocked(prescription, who);
        rules.refuseWhenClosed(rules.mine(head.appointment(), who));
        refuseWithdrawn(prescription);
        Version last = lastOf(prescription);
        Content content = seal.read(last.content());
        store.open(head, content.items(), content.notes(), last.draftRevision() + 1, clock.instant());
        return store.draft(prescription)
                .orElseThrow(() -> new Problem(
                        ErrorCode.DRAFT_CHANGED,
                        "Another prescription of this appointment is being written. Sign it or discard it first."));
    }

    /** At any time: what is wrong must be stopped. */
    public void withdraw(UUID prescription, String reason, CurrentUser who) {
        Head head = rules.ownLocked(prescription, who);
        lastOf(prescription);
        refuseWithdrawn(prescription);
        store.withdraw(prescription, reason, clock.instant());
        store.draft(prescription).ifPresent(draft -> store.discard(prescription));
        audit.record(entry(head, Action.CANCELLED, who));
        events.publishEvent(new PrescriptionWithdrawn(prescription, head.appointment(), head.patient(), head.doctor()));
    }

    private Version lastOf(UUID prescription) {
        List<Version> versions = store.versions(prescription);
        if (versions.isEmpty()) {
            throw Prescribing.unknown();
        }
        return versions.getLast();
    }

    private void refuseWithdrawn(UUID prescription) {
        if (store.withdrawal(prescription) != null) {
            throw new Problem(
                    ErrorCode.PRESCRIPTION_WITHDRAWN, "This prescription was withdrawn. Please write a new one.");
        }
    }

    private static void refuseIncomplete(List<Item> items) {
        if (items.isEmpty() || !items.stream().allMatch(Item::complete)) {
            throw new Problem(
                    ErrorCode.PRESCRIPTION_INCOMPLETE,
                    "Each medication needs its name, a dose and how often it is taken.");
        }
    }

    private static Problem changed() {
        return new Problem(
                ErrorCode.DRAFT_CHANGED, "This was changed in another window. Load it again before you go on.");
    }

    private static AuditEntry entry(Head head, Action action, CurrentUser who) {
        return AuditEntry.of(who.actor(), action, Subject.PRESCRIPTION, head.id())
                .about(head.patient().value());
    }
}
