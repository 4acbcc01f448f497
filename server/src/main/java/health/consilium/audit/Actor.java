package health.consilium.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did it.
 *
 * @param id the account; null when it was the program itself, somebody at the command line, or nobody who is known here
 * @param role PATIENT, DOCTOR, ADMIN, SYSTEM, OPERATOR or NOBODY: what they were when they did it
 */
public record Actor(@Nullable UUID id, String role) {
    /** The program by itself: a deadline, a retention. */
    public static final Actor SYSTEM = new Actor(null, "SYSTEM");

    /** Whoever may use the command line. */
    public static final Actor OPERATOR = new Actor(null, "OPERATOR");

    /** Somebody who has not shown who they are, for example with a wrong password. */
    public static final Actor NOBODY = new Actor(null, "NOBODY");
}
