package health.consilium.scheduling.booking;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserId;
import health.consilium.scheduling.Availabilities;
import health.consilium.scheduling.Availability;
import health.consilium.scheduling.DayException;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people change of a doctor's hours. Each change stands in the audit trail: it decides who can be seen, and when. */
@Service
@Transactional
public class HoursDesk {
    private final Availabilities availabilities;
    private final AuditTrail audit;

    HoursDesk(Availabilities availabilities, AuditTrail audit) {
        this.availabilities = availabilities;
        this.audit = audit;
    }

    public void publish(UserId doctor, Availability availability, CurrentUser by) {
        availabilities.publish(doctor, availability);
        changed(doctor, "WEEK", by);
    }

    public void except(UserId doctor, DayException exception, CurrentUser by) {
        availabilities.except(doctor, exception);
        changed(doctor, "EXCEPTION", by);
    }

    /** @return whether there was one */
    public boolean withdraw(UserId doctor, UUID exception, CurrentUser by) {
        boolean there = availabilities.withdraw(doctor, exception);
        if (there) {
            changed(doctor, "EXCEPTION", by);
        }
        return there;
    }

    private void changed(UserId doctor, String what, CurrentUser by) {
        audit.record(AuditEntry.of(by.actor(), Action.CHANGED, Subject.AVAILABILITY, doctor)
                .with("what", what));
    }
}
