package health.consilium.admin;

import health.consilium.audit.Action;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The quality of all calls of the clinic, by day, in the viewer's time zone; and the calls one by one. */
@Tag(name = "admin")
@RestController
@RequestMapping("/api/v1/admin")
class QualityDashboardController {
    private final HeldCalls calls;
    private final Clock clock;

    QualityDashboardController(HeldCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    @ShowsHealthData(Subject.QUALITY_REPORT)
    @Operation(
            operationId = "getQualityDashboard",
            summary = "How the clinic's calls were; the last 30 days by default")
    @GetMapping("/quality")
    QualityDashboard dashboard(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID doctor,
            CurrentUser who) {
        Span span = Span.of(from, to, who.zone(), clock.instant());
        HeldCalls.Found found = calls.in(span, doctor);
        return QualityDashboard.of(span, found.calls(), found.doctors());
    }

    @ShowsHealthData(value = Subject.QUALITY_REPORT, action = Action.EXPORTED)
    @Operation(operationId = "exportQuality", summary = "The same calls as a table, one line each (CSV)")
    @GetMapping(path = "/quality.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable UUID doctor,
            CurrentUser who) {
        Span span = Span.of(from, to, who.zone(), clock.instant());
        String name = "calls-" + span.from() + "-" + span.to() + ".csv";
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(CallTable.of(calls.in(span, doctor).calls()));
    }
}
