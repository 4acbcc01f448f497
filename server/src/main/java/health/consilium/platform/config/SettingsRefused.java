package health.consilium.platform.config;

/** A setting that must not be. Shown to the operator as it stands, without a stack trace. */
public final class SettingsRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final String action;

    public SettingsRefused(String why, String action) {
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
