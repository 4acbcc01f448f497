package health.consilium.audit.chain;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; null: whatever it is.
 *
 * @param before only entries with a smaller number, for the next page
 * @param from inclusive; @param to exclusive
 * @param othersOnly only what others than the patient did
 */
public record Search(
        @Nullable Long before,
        @Nullable UUID actor,
        @Nullable UUID patient,
        @Nullable String action,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant to,
        boolean othersOnly) {

    public Search page(@Nullable Long next) {
        return new Search(next, actor, patient, action, subject, from, to, othersOnly);
    }

    String condition() {
        List<String> all = new ArrayList<>(List.of("true"));
        add(all, before, "number < :before");
        add(all, actor, "actor = :actor");
        add(all, patient, "patient = :patient");
        add(all, action, "action = :action");
        add(all, subject, "subject = :subject");
        add(all, from, "at >= :from");
        add(all, to, "at < :to");
        if (othersOnly) {
            all.add("actor is distinct from patient");
        }
        return String.join(" and ", all);
    }

    private static void add(List<String> all, @Nullable Object value, String condition) {
        if (value != null) {
            all.add(condition);
        }
    }

    Map<String, Object> values() {
        Map<String, Object> all = new HashMap<>();
        put(all, "before", before);
        put(all, "actor", actor);
        put(all, "patient", patient);
        put(all, "action", action);
        put(all, "subject", subject);
        put(all, "from", from == null ? null : from.atOffset(ZoneOffset.UTC));
        put(all, "to", to == null ? null : to.atOffset(ZoneOffset.UTC));
        return all;
    }

    private static void put(Map<String, Object> all, String name, @Nullable Object value) {
        if (value != null) {
            all.put(name, value);
        }
    }
}
