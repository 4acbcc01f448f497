package health.consilium.consultation;

/** The phases of a consultation (docs/lifecycle.md), without what each of them carries. */
public enum PhaseName {
    SCHEDULED,
    OPEN,
    WAITING,
    LIVE,
    INTERRUPTED,
    ENDED
}
