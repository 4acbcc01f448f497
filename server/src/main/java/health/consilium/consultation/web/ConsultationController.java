package health.consilium.consultation.web;

import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.consultation.CallLogEntry;
import health.consilium.consultation.ConsultationSummary;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.consultation.service.ConsultationService;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.AppointmentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A consultation by its appointment: summary and call log, the doctor's extension, the clinic's end. */
@Tag(name = "consultations")
@RestController
@RequestMapping("/api/v1/consultations/{appointmentId}")
class ConsultationController {
    private final Consultations consultations;
    private final ConsultationService service;

    ConsultationController(Consultations consultations, ConsultationService service) {
        this.consultations = consultations;
        this.service = service;
    }

    record Detail(ConsultationSummary summary, UUID appointmentId, List<CallLogEntry> log) {}

    record Extension(@Min(1) @Max(60) int minutes) {}

    @ShowsHealthData(Subject.CALL)
    @Operation(operationId = "getConsultation", summary = "Summary and call log")
    @GetMapping
    Detail get(@PathVariable UUID appointmentId, CurrentUser who) {
        ConsultationView view = mine(appointmentId, who);
        return new Detail(ConsultationSummary.of(view), appointmentId, service.log(view.id()));
    }

    @Operation(operationId = "extendConsultation", summary = "Gives the conversation more time")
    @PostMapping("/extend")
    ConsultationSummary extend(@PathVariable UUID appointmentId, @Valid @RequestBody Extension body, CurrentUser who) {
        return ConsultationSummary.of(
                consultations.extend(mine(appointmentId, who).id(), who, body.minutes()));
    }

    @Operation(operationId = "endConsultation", summary = "The clinic ends it for everybody; again: the ended one")
    @PostMapping("/end")
    ConsultationSummary end(@PathVariable UUID appointmentId, CurrentUser who) {
        return ConsultationSummary.of(consultations.end(mine(appointmentId, who).id(), who));
    }

    private ConsultationView mine(UUID appointmentId, CurrentUser who) {
        return consultations
                .ofAppointment(new AppointmentId(appointmentId))
                .filter(view -> view.isParticipant(who.id()) || who.is(Role.ADMIN))
                .orElseThrow(() -> new Problem(
                        ErrorCode.NOT_FOUND, "This consultation is not known here. Please check the link."));
    }
}
