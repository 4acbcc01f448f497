package health.consilium.readiness.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.readiness.DeviceCheck;
import health.consilium.readiness.DeviceChecks;
import health.consilium.readiness.DeviceState;
import health.consilium.readiness.Finding;
import health.consilium.readiness.Measured;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "appointments")
@RestController
class DeviceCheckController {
    private final DeviceChecks checks;
    private final Appointments appointments;
    private final Clock clock;

    DeviceCheckController(DeviceChecks checks, Appointments appointments, Clock clock) {
        this.checks = checks;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** Codes and numbers only: no name of a device, no address. */
    record CheckReport(
            @NotNull @Size(max = 25) Set<Finding> findings,
            @NotNull @Valid Measured measured) {}

    record CheckReceipt(DeviceState state, Instant testedAt) {}

    @Operation(
            operationId = "saveDeviceCheck",
            summary = "What my device check found for this appointment; again: replaces it")
    @PutMapping("/api/v1/appointments/{appointmentId}/device-check")
    CheckReceipt save(@PathVariable UUID appointmentId, @Valid @RequestBody CheckReport report, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        Instant now = clock.instant();
        refuseWhenOver(mine(id, who), now);
        DeviceCheck check = new DeviceCheck(report.findings(), report.measured(), now);
        checks.save(id, who.id(), check);
        return new CheckReceipt(check.state(), now);
    }

    private Appointment mine(AppointmentId id, CurrentUser who) {
        return appointments
                .find(id)
                .filter(appointment -> appointment.isParticipant(who.id()))
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
    }

    private static void refuseWhenOver(Appointment appointment, Instant now) {
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            throw new Problem(
                    ErrorCode.APPOINTMENT_CANCELLED,
                    "This appointment was cancelled, so there is nothing to prepare for. Please book a new one.");
        }
        if (appointment.status() != AppointmentStatus.BOOKED || !now.isBefore(appointment.end())) {
            throw new Problem(
                    ErrorCode.TOO_LATE, "This appointment is over. Test your devices again before the next one.");
        }
    }
}
