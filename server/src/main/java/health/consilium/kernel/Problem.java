package health.consilium.kernel;

import java.util.Map;

/**
 * A refusal with a stable code and a sentence for people. Thrown anywhere, mapped in one place to HTTP (RFC 9457 inside
 * our envelope) and in one place to a {@code problem} frame.
 */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient Map<String, Object> details;

    /** @param message one plain sentence: why, and what to do; must hold no health data and no secret */
    public Problem(ErrorCode code, String message) {
        this(code, message, Map.of());
    }

    /** @param details machine-readable facts such as {@code opensAt} (ISO-8601 UTC); shown to the caller */
    public Problem(ErrorCode code, String message, Map<String, Object> details) {
        super(message, null, false, code == ErrorCode.INTERNAL);
        this.code = code;
        this.details = Map.copyOf(details);
    }

    public ErrorCode code() {
        return code;
    }

    public Map<String, Object> details() {
        return details;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
