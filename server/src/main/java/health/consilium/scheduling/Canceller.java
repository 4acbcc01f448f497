package health.consilium.scheduling;

/** Who gave an appointment up. */
public enum Canceller {
    PATIENT,
    DOCTOR,
    CLINIC,
    /** Nobody wanted to: the doctor did not come, or the two never saw each other. */
    NOBODY
}
