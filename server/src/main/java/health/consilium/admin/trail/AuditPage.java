package health.consilium.admin.trail;

import health.consilium.audit.chain.Link;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries of the audit trail, newest first.
 *
 * @param next ask with {@code before} of that for older ones; null: there are none
 * @param staff doctors and administrators, for the filter
 */
record AuditPage(List<AuditLine> entries, @Nullable Long next, List<AuditPerson> staff) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record AuditPerson(UUID id, String name) {}

    record AuditLine(
            long number,
            Instant at,
            @Nullable AuditPerson actor,
            String role,
            String action,
            String subject,
            @Nullable String subjectId,
            @Nullable AuditPerson patient,
            Map<String, Object> details) {
        static AuditLine of(Link link, Map<UUID, String> names) {
            return new AuditLine(
                    link.number(),
                    link.at(),
                    person(link.actor(), names),
                    link.role(),
                    link.action(),
                    link.subject(),
                    link.subjectId(),
                    person(link.patient(), names),
                    JSON.readValue(link.details(), new TypeReference<Map<String, Object>>() {}));
        }

        private static @Nullable AuditPerson person(@Nullable UUID id, Map<UUID, String> names) {
            return id == null ? null : new AuditPerson(id, names.getOrDefault(id, ""));
        }
    }
}
