package health.consilium.care;

import health.consilium.identity.UserId;
import health.consilium.scheduling.Appointment;
import java.util.Optional;

/** What other modules may ask and tell about what comes before care. */
public interface BeforeCare {
    CareRecord of(Appointment appointment);

    /** The doctor's licence number, as patients are shown it. */
    Optional<String> licence(UserId doctor);

    /**
     * Records that the patient agreed to the wording of today; nothing when they have answered that one. For imports and the
     * demo: on the way in, patients answer for themselves.
     */
    void recordConsent(UserId patient, String language);

    /** Records where the patient is for this visit; again: replaces it. */
    void stateVisit(Appointment appointment, Visit visit);
}
