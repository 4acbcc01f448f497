package health.consilium.care.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.care.HelpNumbers;
import health.consilium.care.HelpNumbers.HelpNumber;
import health.consilium.care.store.IdentityStore;
import health.consilium.care.store.VisitStore;
import health.consilium.care.store.VisitStore.Stated;
import health.consilium.identity.CurrentUser;
import health.consilium.scheduling.Appointment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** U7, U9: what the doctor has at hand during the call. Nothing here dials: an emergency number reaches who is near. */
@Tag(name = "before care")
@RestController
@RequestMapping("/api/v1/appointments/{appointmentId}")
class EmergencyController {
    private final Visits own;
    private final VisitStore visits;
    private final IdentityStore identities;
    private final HelpNumbers numbers;
    private final AuditTrail audit;

    EmergencyController(
            Visits own, VisitStore visits, IdentityStore identities, HelpNumbers numbers, AuditTrail audit) {
        this.own = own;
        this.visits = visits;
        this.identities = identities;
        this.numbers = numbers;
        this.audit = audit;
    }

    /**
     * What helps when something happens.
     *
     * @param visit null: nothing was said, or it was erased
     * @param current whether it was said for this visit, not long ago
     * @param numbers those of the country where the patient is; null where it is not known
     */
    record EmergencyJson(
            @Nullable VisitJson visit,
            @Nullable Instant statedAt,
            boolean current,
            @Nullable HelpNumber numbers,
            @Nullable Instant identityConfirmedAt) {}

    record Tick(boolean confirmed) {}

    @Operation(
            operationId = "getEmergency",
            summary = "Doctor: where the patient is, whom to call, whether the identity is confirmed")
    @GetMapping("/emergency")
    EmergencyJson emergency(@PathVariable UUID appointmentId, CurrentUser who) {
        Appointment appointment = own.ofDoctor(appointmentId, who);
        audit.seen(AuditEntry.of(who.actor(), Action.VIEWED, Subject.ADDRESS, appointment.id())
                .about(appointment.patient().value()));
        return of(appointment);
    }

    @Operation(
            operationId = "confirmIdentity",
            summary = "Doctor: name and date of birth were compared; or the tick is taken back")
    @PutMapping("/identity")
    EmergencyJson confirm(@PathVariable UUID appointmentId, @Valid @RequestBody Tick tick, CurrentUser who) {
        Appointment appointment = own.ofDoctor(appointmentId, who);
        identities.tick(appointment, tick.confirmed(), who.actor());
        return of(appointment);
    }

    private EmergencyJson of(Appointment appointment) {
        Optional<Stated> stated = visits.of(appointment);
        return new EmergencyJson(
                stated.map(Stated::visit).map(VisitJson::of).orElse(null),
                stated.map(Stated::at).orElse(null),
                stated.filter(Stated::fresh).isPresent(),
                numbers.of(stated.map(one -> one.visit().country()).orElse(null))
                        .orElse(null),
                identities.of(appointment.id()).map(tick -> tick.at()).orElse(null));
    }
}
