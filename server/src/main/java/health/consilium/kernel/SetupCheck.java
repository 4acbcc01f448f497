package health.consilium.kernel;

/**
 * One thing about the installation that an operator wants to know before patients find out. Any module may have some: they are
 * beans, listed on the administrators' page and by {@code consilium doctor}. A check looks and changes nothing. The command
 * line builds it without the rest of the program, so it may ask for settings, the database, the data directory, secrets and
 * the clock, and for nothing else.
 */
public interface SetupCheck {
    /** A stable code in lower case, for example {@code disk}. */
    String name();

    /** In a few seconds at most. What it throws is shown as BROKEN. */
    Found look() throws Exception;

    /** How it stands. */
    enum State {
        FINE,
        /** Works, and should be looked after. */
        WARNING,
        BROKEN,
        /** Not set up here, which is no fault. */
        NOT_USED
    }

    /**
     * What was found.
     *
     * @param what one sentence, no secret in it
     * @param remedy what to do about it; empty when there is nothing to do
     */
    record Found(State state, String what, String remedy) {
        public static Found fine(String what) {
            return new Found(State.FINE, what, "");
        }

        public static Found notUsed(String what, String remedy) {
            return new Found(State.NOT_USED, what, remedy);
        }

        public static Found warning(String what, String remedy) {
            return new Found(State.WARNING, what, remedy);
        }

        public static Found broken(String what, String remedy) {
            return new Found(State.BROKEN, what, remedy);
        }
    }
}
