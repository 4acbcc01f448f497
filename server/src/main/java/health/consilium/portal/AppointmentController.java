package health.consilium.portal;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payments;
import health.consilium.portal.AppointmentPages.Scope;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
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
    private final Consultations consultations;

    AppointmentController(AppointmentPages pages, Payments payments, Consultations consultations) {
        this.pages = pages;
        this.payments = payments;
        this.consultations = consultations;
    }

    record MarkPaid(@NotBlank @Size(max = 500) String reason) {}

    @Operation(operationId = "listAppointments", summary = "My appointments; all of the clinic's for administrators")
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

    @Operation(operationId = "getAppointment", summary = "One appointment")
    @GetMapping("/{appointmentId}")
    AppointmentJson get(@PathVariable UUID appointmentId, CurrentUser who) {
        return pages.get(new AppointmentId(appointmentId), who);
    }

    @Operation(operationId = "cancelAppointment", summary = "Gives the appointment up before its conversation began")
    @PostMapping("/{appointmentId}/cancel")
    AppointmentJson cancel(@PathVariable UUID appointmentId, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        pages.mine(id, who);
        consultations.ofAppointment(id).map(ConsultationView::id).ifPresent(call -> consultations.cancel(call, who));
        return pages.get(id, who);
    }

    @Operation(operationId = "markPaid", summary = "Staff: the money is there")
    @PostMapping("/{appointmentId}/payment/mark-paid")
    AppointmentJson markPaid(@PathVariable UUID appointmentId, @Valid @RequestBody MarkPaid body, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        pages.mine(id, who);
        payments.markPaid(id, who.id(), body.reason());
        return pages.get(id, who);
    }
}
