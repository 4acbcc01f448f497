package health.consilium.kernel;

/**
 * A key of this installation that can be changed. Any module may have some: they are beans, turned by {@code consilium
 * rotate-keys}, which builds them without the rest of the program; they may ask for settings, the database, secrets and the
 * clock, and for nothing else.
 */
public interface KeyRotation {
    /** A stable code in lower case, for example {@code webhooks}. */
    String name();

    /**
     * Makes a new key and seals under it what lies sealed, in the caller's transaction. Older keys stay: they open what a
     * backup holds, and verify what they signed.
     *
     * @return how many things are sealed anew
     */
    int rotate();
}
