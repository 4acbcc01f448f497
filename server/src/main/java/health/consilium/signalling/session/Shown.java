package health.consilium.signalling.session;

import health.consilium.audit.Action;
import health.consilium.audit.Actor;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.consultation.ConsultationView;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import org.springframework.stereotype.Component;

/**
 * What sockets show a doctor of a patient stands in the audit trail, as what is read over HTTP does: who is in the call once
 * the doctor takes the seat in it, and name and reason when it rings at the doctor's. A page that only stands by costs
 * nothing. Not for after a commit: nothing would be written then.
 */
@Component
class Shown {
    private final AuditTrail trail;

    Shown(AuditTrail trail) {
        this.trail = trail;
    }

    void call(ConsultationView view, UserId reader) {
        seen(view, reader, Subject.CALL);
    }

    /** The frame of a ring holds the appointment's reason. */
    void ring(ConsultationView view, UserId reader) {
        seen(view, reader, Subject.APPOINTMENT);
    }

    private void seen(ConsultationView view, UserId reader, Subject what) {
        if (!reader.equals(view.patient())) {
            Actor actor = new Actor(reader.value(), Role.DOCTOR.name());
            trail.seen(AuditEntry.of(actor, Action.VIEWED, what, view.appointment())
                    .about(view.patient().value()));
        }
    }
}
