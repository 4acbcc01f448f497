package health.consilium.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A route whose answer holds somebody's health data. Once it has an answer, and before the answer leaves, the trail holds who
 * was shown it ({@link AuditTrail#seen}); a refusal leaves no entry. Only for routes that return their answer: whoever writes
 * to the response calls {@link AuditTrail#seen} before the first byte.
 *
 * <p>Whose data it is follows from the path: {@code appointmentId}, {@code videoCallId} or {@code patientId}. A route without
 * them is about nobody in particular, for example a list: where its answer {@link NamesPatients}, each of them gets an entry
 * beside the one for the list. A patient's own list makes no entry.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ShowsHealthData {
    Subject value();

    Action action() default Action.VIEWED;

    /** The part of the path that names the subject; where it is not in the path, the subject has no id. */
    String id() default "appointmentId";
}
