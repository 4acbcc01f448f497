package health.consilium.admin.trail;

import health.consilium.admin.Csv;
import health.consilium.admin.Csv.Column;
import health.consilium.admin.trail.AuditPage.AuditLine;
import health.consilium.admin.trail.AuditPage.AuditPerson;
import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.audit.chain.ChainReport;
import health.consilium.audit.chain.ChainVerifier;
import health.consilium.audit.chain.Search;
import health.consilium.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A7, S29: the trail for administrators, and for everybody what others did with their own data (U29). */
@Tag(name = "audit")
@RestController
@RequestMapping("/api/v1")
class TrailController {
    private static final List<Column<AuditLine>> COLUMNS = List.of(
            new Column<>("number", AuditLine::number),
            new Column<>("at", AuditLine::at),
            new Column<>("role", AuditLine::role),
            new Column<>("actor", entry -> name(entry.actor())),
            new Column<>("actor_id", entry -> id(entry.actor())),
            new Column<>("action", AuditLine::action),
            new Column<>("subject", AuditLine::subject),
            new Column<>("subject_id", AuditLine::subjectId),
            new Column<>("patient", entry -> name(entry.patient())),
            new Column<>("patient_id", entry -> id(entry.patient())),
            new Column<>("details", entry -> entry.details().isEmpty() ? null : entry.details()));

    private final TrailReader reader;
    private final ChainVerifier verifier;
    private final AuditTrail trail;

    TrailController(TrailReader reader, ChainVerifier verifier, AuditTrail trail) {
        this.reader = reader;
        this.verifier = verifier;
        this.trail = trail;
    }

    /**
     * Which entries; what is not said does not matter.
     *
     * @param actor who did it; @param patient whose data it is; @param from inclusive; @param to exclusive
     */
    record Filter(
            @Nullable UUID actor,
            @Nullable UUID patient,
            @Nullable Action action,
            @Nullable Subject subject,
            @Nullable Instant from,
            @Nullable Instant to) {
        Search before(@Nullable Long number) {
            return new Search(
                    number,
                    actor,
                    patient,
                    action == null ? null : action.name(),
                    subject == null ? null : subject.name(),
                    from,
                    to,
                    false);
        }
    }

    @ShowsHealthData(Subject.AUDIT)
    @Operation(
            operationId = "listAuditEntries",
            summary = "The audit trail, newest first, up to 100; before: entries with a smaller number")
    @GetMapping("/admin/audit")
    AuditPage list(@ParameterObject Filter filter, @RequestParam(required = false) @Nullable Long before) {
        return reader.page(filter.before(before));
    }

    @ShowsHealthData(value = Subject.AUDIT, action = Action.EXPORTED)
    @Operation(operationId = "exportAudit", summary = "The same as a table, up to 100 000 lines (CSV)")
    @GetMapping(path = "/admin/audit.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(@ParameterObject Filter filter) {
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit.csv")
                                .build()
                                .toString())
                .body(Csv.of(COLUMNS, reader.all(filter.before(null))));
    }

    @Operation(
            operationId = "verifyAudit",
            summary = "Reads the whole trail and names the first entry that is not as it was written")
    @PostMapping("/admin/audit/verify")
    ChainReport verify(CurrentUser who) {
        ChainReport found = verifier.verify();
        trail.note(AuditEntry.of(who.actor(), Action.CHECKED, Subject.AUDIT, null)
                .with("entries", found.entries())
                .with("fault", found.fault()));
        return found;
    }

    @Operation(operationId = "listAccesses", summary = "What others did with my data, newest first, up to 100")
    @GetMapping("/account/accesses")
    List<DataAccess> accesses(@RequestParam(required = false) @Nullable Long before, CurrentUser who) {
        // What the program did by itself is nobody's look.
        return reader.about(who.id(), before).stream()
                .filter(entry -> !entry.role().equals("SYSTEM"))
                .map(DataAccess::of)
                .toList();
    }

    /** @param who the doctor's name; null: somebody else of the clinic, or the program */
    record DataAccess(long number, Instant at, @Nullable String who, String role, String action, String subject) {
        static DataAccess of(AuditLine entry) {
            boolean doctor = entry.role().equals("DOCTOR");
            return new DataAccess(
                    entry.number(),
                    entry.at(),
                    doctor ? name(entry.actor()) : null,
                    entry.role(),
                    entry.action(),
                    entry.subject());
        }
    }

    private static @Nullable String name(@Nullable AuditPerson person) {
        return person == null ? null : person.name();
    }

    private static @Nullable UUID id(@Nullable AuditPerson person) {
        return person == null ? null : person.id();
    }
}
