package health.consilium.portal;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payments;
import health.consilium.portal.AppointmentPages.Scope;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "appointments")
@RestController
@RequestMapping("/api/v1/appointments")
class AppointmentController {
    private final AppointmentPages pages;
    private final Payments payments;
    private final AuditTrail trail;

    AppointmentController(AppointmentPages pages, Payments payments, AuditTrail trail) {
        this.pages = pages;
        this.payments = payments;
        this.trail = trail;
    }

    record MarkPaid(@NotBlank @Size(max = 500) String reason) {}

    @ShowsHealthData(Subject.APPOINTMENTS)
    @Operation(
            operationId = "listAppointments",
            summary = "My appointments; for administrators the clinic's, of the next or the last 31 days")
    @GetMapping
    List<AppointmentJson> list(
            @RequestParam(defaultValue = "upcoming") @Schema(allowableValues = {"upcoming", "past"}) String scope,
            CurrentUser who) {
        return pages.list(
                who,
                switch (scope) {
                    case "upcoming" -> Scope.UPCOMING;
                    case "past" -> Scope.PAST;
                    default ->
                        throw new Problem(ErrorCode.INVALID_REQUEST, "Please ask for upcoming or past appointments.");
                });
    }

    @ShowsHealthData(Subject.APPOINTMENT)
    @Operation(operationId = "getAppointment", summary = "One appointment")
    @GetMapping("/{appointmentId}")
    AppointmentJson get(@PathVariable UUID appointmentId, CurrentUser who) {
        return pages.get(new AppointmentId(appointmentId), who);
    }

    @Operation(operationId = "markPaid", summary = "Staff: the money is there")
    @PostMapping("/{appointmentId}/payment/mark-paid")
    @Transactional
    AppointmentJson markPaid(@PathVariable UUID appointmentId, @Valid @RequestBody MarkPaid body, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        Appointment appointment = pages.mine(id, who);
        payments.markPaid(id, who.id(), body.reason());
        trail.record(AuditEntry.of(who.actor(), Action.CONFIRMED, Subject.PAYMENT, id)
                .about(appointment.patient().value()));
        return pages.get(id, who);
    }
}
