package health.consilium.audit;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit trail. It names ids and codes and never holds what something was about: a detail is a number, a
 * yes or no, an id or a code such as {@code NO_SHOW}; free text is refused.
 *
 * <p>{@code AuditEntry.of(who.actor(), Action.SIGNED, Subject.PRESCRIPTION, id).about(patient).with("version", 2)}
 *
 * @param subjectId which one, when there is one
 * @param patient whose health data it is, when it is somebody's: that person can see the entry
 */
public record AuditEntry(
        Actor actor,
        Action action,
        Subject subject,
        @Nullable String subjectId,
        @Nullable UUID patient,
        SortedMap<String, Object> details) {
    private static final int MOST_DETAILS = 12;
    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]{0,39}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:/+-]{1,100}");

    public AuditEntry {
        if (subjectId != null && !CODE.matcher(subjectId).matches()) {
            throw new IllegalArgumentException("An audit entry names its subject by an id.");
        }
        if (details.size() > MOST_DETAILS) {
            throw new IllegalArgumentException("An audit entry has at most " + MOST_DETAILS + " details.");
        }
        details.forEach(AuditEntry::harmless);
        details = new TreeMap<>(details);
    }

    public static AuditEntry of(Actor actor, Action action, Subject subject, @Nullable Object subjectId) {
        return new AuditEntry(
                actor, action, subject, subjectId == null ? null : subjectId.toString(), null, new TreeMap<>());
    }

    public AuditEntry about(UUID whose) {
        return new AuditEntry(actor, action, subject, subjectId, whose, details);
    }

    /** @param value a number, a yes or no, an id, an instant or a code without spaces; null: nothing is added */
    public AuditEntry with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        SortedMap<String, Object> more = new TreeMap<>(details);
        more.put(name, value instanceof Number || value instanceof Boolean ? value : value.toString());
        return new AuditEntry(actor, action, subject, subjectId, patient, more);
    }

    @Override
    public SortedMap<String, Object> details() {
        return new TreeMap<>(Map.copyOf(details));
    }

    private static void harmless(String name, Object value) {
        boolean code = value instanceof Number
                || value instanceof Boolean
                || value instanceof String text && CODE.matcher(text).matches();
        if (!code || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("A detail of an audit entry is a number, an id or a code: " + name);
        }
    }
}
