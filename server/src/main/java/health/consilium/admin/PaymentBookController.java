package health.consilium.admin;

import health.consilium.admin.PaymentBook.PaymentRowJson;
import health.consilium.admin.PaymentBook.Show;
import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.Payments;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The clinic's payments, by the day of their appointments in the viewer's time zone. */
@Tag(name = "admin")
@RestController
@RequestMapping("/api/v1/admin/payments")
class PaymentBookController {
    private static final int BACK = 30;
    private static final int AHEAD = 31;

    private final PaymentBook book;
    private final Payments payments;
    private final Users users;
    private final AuditTrail trail;
    private final Clock clock;

    PaymentBookController(PaymentBook book, Payments payments, Users users, AuditTrail trail, Clock clock) {
        this.book = book;
        this.payments = payments;
        this.users = users;
        this.trail = trail;
        this.clock = clock;
    }

    /** One step in the life of a payment. @param by a name; null: a payment system, or we by ourselves */
    record PaymentEventJson(
            Instant at,
            PaymentEventKind kind,
            @Nullable String by,
            @Nullable String provider,
            @Nullable String reference,
            @Nullable Long amountMinor,
            @Nullable String currency,
            String words) {}

    @ShowsHealthData(Subject.PAYMENT)
    @Operation(operationId = "listPayments", summary = "Payments by appointment; 30 days back and ahead by default")
    @GetMapping
    List<PaymentRowJson> list(
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            CurrentUser who) {
        return rows(show, from, to, who);
    }

    @ShowsHealthData(value = Subject.PAYMENT, action = Action.EXPORTED)
    @Operation(operationId = "exportPayments", summary = "The same as a table, one line a sum (CSV)")
    @GetMapping(path = "/table.csv", produces = "text/csv")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "ALL") Show show,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = ISO.DATE) @Nullable LocalDate to,
            CurrentUser who) {
        List<PaymentRowJson> rows = rows(show, from, to, who);
        trail.seen(
                AuditEntry.of(who.actor(), Action.EXPORTED, Subject.PAYMENT, null),
                rows.stream().flatMap(row -> row.patientsNamed().stream()).toList());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("payments.csv")
                                .build()
                                .toString())
                .body(PaymentTable.of(rows));
    }

    @ShowsHealthData(Subject.PAYMENT)
    @Operation(operationId = "getPaymentHistory", summary = "What happened to a payment, oldest first")
    @GetMapping("/{appointmentId}")
    List<PaymentEventJson> history(@PathVariable UUID appointmentId, CurrentUser who) {
        return payments.history(new AppointmentId(appointmentId)).stream()
                .map(this::shown)
                .toList();
    }

    private PaymentEventJson shown(PaymentEvent event) {
        String by = event.by() == null
                ? null
                : users.find(event.by()).map(UserView::displayName).orElse("–");
        return new PaymentEventJson(
                event.at(),
                event.kind(),
                by,
                event.provider(),
                event.reference(),
                event.amountMinor(),
                event.currency(),
                event.words());
    }

    private List<PaymentRowJson> rows(Show show, @Nullable LocalDate from, @Nullable LocalDate to, CurrentUser who) {
        LocalDate today = clock.instant().atZone(who.zone()).toLocalDate();
        LocalDate first = from == null ? today.minusDays(BACK) : from;
        LocalDate last = to == null ? today.plusDays(AHEAD) : to;
        return book.rows(
                show,
                first.atStartOfDay(who.zone()).toInstant(),
                last.plusDays(1).atStartOfDay(who.zone()).toInstant());
    }
}
