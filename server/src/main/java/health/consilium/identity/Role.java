package health.consilium.identity;

/** What somebody may be in the clinic. One account has one role. */
public enum Role {
    PATIENT,
    DOCTOR,
    ADMIN
}
