package health.consilium.platform.config;

/** What this installation is for. */
public enum Mode {
    /** Seeded accounts, one-click sign-in, pretend checkout. */
    DEMO,
    /** Real patients: everything unsafe is refused at start. */
    PRODUCTION
}
