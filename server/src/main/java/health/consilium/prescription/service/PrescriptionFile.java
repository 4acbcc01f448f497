package health.consilium.prescription.service;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.identity.CurrentUser;
import health.consilium.prescription.domain.Content;
import health.consilium.prescription.seal.Seal;
import health.consilium.prescription.store.PrescriptionStore;
import health.consilium.prescription.store.PrescriptionStore.Draft;
import health.consilium.prescription.store.PrescriptionStore.Head;
import health.consilium.prescription.store.PrescriptionStore.Version;
import health.consilium.prescription.store.PrescriptionStore.Withdrawal;
import health.consilium.scheduling.AppointmentId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading what was written: the patient sees what is signed, the doctor the draft as well. */
@Service
@Transactional
public class PrescriptionFile {
    private final Prescribing rules;
    private final PrescriptionStore store;
    private final Seal seal;
    private final AuditTrail audit;

    PrescriptionFile(Prescribing rules, PrescriptionStore store, Seal seal, AuditTrail audit) {
        this.rules = rules;
        this.store = store;
        this.seal = seal;
        this.audit = audit;
    }

    /** @param versions oldest first */
    public record Entry(
            UUID id,
            List<Content> versions,
            @Nullable Withdrawal withdrawal,
            @Nullable Draft draft) {}

    /** @param writable whether the reader may prescribe now */
    public record Sheet(boolean writable, List<Entry> entries) {}

    public Sheet of(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = rules.mine(appointment, who);
        boolean doctor = view.doctor().equals(who.id());
        List<Entry> entries = store.of(appointment).stream()
                .map(head -> entry(head, doctor))
                .filter(entry -> doctor || !entry.versions().isEmpty())
                .toList();
        audit.seen(AuditEntry.of(who.actor(), Action.VIEWED, Subject.PRESCRIPTION, appointment)
                .about(view.patient().value()));
        return new Sheet(doctor && rules.open(view), entries);
    }

    private Entry entry(Head head, boolean doctor) {
        return new Entry(
                head.id(),
                store.versions(head.id()).stream()
                        .map(version -> seal.read(version.content()))
                        .toList(),
                store.withdrawal(head.id()),
                doctor ? store.draft(head.id()).orElse(null) : null);
    }

    /** What a letter is made of. */
    public record Paper(
            Content content, boolean superseded, @Nullable Withdrawal withdrawal) {}

    public Paper paper(UUID prescription, int number, CurrentUser who) {
        Head head = store.find(prescription)
                .filter(one -> one.patient().equals(who.id()) || one.doctor().equals(who.id()))
                .orElseThrow(Prescribing::unknown);
        List<Version> versions = store.versions(prescription);
        if (number < 1 || number > versions.size()) {
            throw Prescribing.unknown();
        }
        audit.seen(AuditEntry.of(who.actor(), Action.DOWNLOADED, Subject.PRESCRIPTION, prescription)
                .about(head.patient().value())
                .with("version", number));
        return new Paper(
                seal.read(versions.get(number - 1).content()),
                number < versions.size(),
                store.withdrawal(prescription));
    }
}
