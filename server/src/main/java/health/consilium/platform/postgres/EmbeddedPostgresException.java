package health.consilium.platform.postgres;

/** The embedded PostgreSQL cannot run here. The message says why and what to do; it is shown as it stands. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EmbeddedPostgresException(String message) {
        super(message);
    }

    public EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
