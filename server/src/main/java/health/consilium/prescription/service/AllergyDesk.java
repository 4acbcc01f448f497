package health.consilium.prescription.service;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.identity.CurrentUser;
import health.consilium.prescription.store.AllergyStore;
import health.consilium.prescription.store.AllergyStore.Allergies;
import health.consilium.scheduling.AppointmentId;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The patient's allergies, for the two of an appointment. */
@Service
@Transactional
public class AllergyDesk {
    private final Prescribing rules;
    private final AllergyStore store;
    private final AuditTrail audit;
    private final Clock clock;

    AllergyDesk(Prescribing rules, AllergyStore store, AuditTrail audit, Clock clock) {
        this.rules = rules;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public Allergies of(AppointmentId appointment, CurrentUser who) {
        ConsultationView view = rules.mine(appointment, who);
        audit.seen(entry(view, Action.VIEWED, who));
        return store.of(view.patient());
    }

    /** @param names none: none are known */
    public Allergies note(AppointmentId appointment, List<String> names, CurrentUser who) {
        ConsultationView view = rules.mine(appointment, who);
        store.note(
                view.patient(),
                names.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList(),
                who.id(),
                clock.instant());
        audit.record(entry(view, Action.CHANGED, who));
        return store.of(view.patient());
    }

    private static AuditEntry entry(ConsultationView view, Action action, CurrentUser who) {
        return AuditEntry.of(who.actor(), action, Subject.PATIENT_DATA, view.appointment())
                .about(view.patient().value())
                .with("part", "allergies");
    }
}
