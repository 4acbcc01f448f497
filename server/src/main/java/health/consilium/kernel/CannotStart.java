package health.consilium.kernel;

/** Why the program must not start. Shown to whoever runs it as it stands, without a stack trace. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String action;

    /** @param why one sentence; @param action what to do about it */
    public CannotStart(String why, String action) {
        super(why + " " + action);
        this.why = why;
        this.action = action;
    }

    public String why() {
        return why;
    }

    public String action() {
        return action;
    }
}
