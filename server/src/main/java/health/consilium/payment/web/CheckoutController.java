package health.consilium.payment.web;

import health.consilium.audit.Action;
import health.consilium.audit.AuditEntry;
import health.consilium.audit.AuditTrail;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import health.consilium.identity.Users;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.payment.Receipts;
import health.consilium.payment.desk.Checkouts;
import health.consilium.payment.desk.Ways;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.store.Attempt;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Tag(name = "payment")
@RestController
@RequestMapping("/api/v1/appointments/{appointmentId}/payment")
class CheckoutController {
    private final Appointments appointments;
    private final Payments payments;
    private final Receipts receipts;
    private final Checkouts checkouts;
    private final Ways ways;
    private final Users users;
    private final AuditTrail trail;
    private final @Nullable String publicUrl;

    CheckoutController(
            Appointments appointments,
            Payments payments,
            Receipts receipts,
            Checkouts checkouts,
            Ways ways,
            Users users,
            AuditTrail trail,
            @Value("${consilium.public-url:#{null}}") @Nullable String publicUrl) {
        this.appointments = appointments;
        this.payments = payments;
        this.receipts = receipts;
        this.checkouts = checkouts;
        this.ways = ways;
        this.users = users;
        this.trail = trail;
        this.publicUrl = publicUrl;
    }

    /** @param url where the browser goes to pay */
    record CheckoutPageJson(String url) {}

    /** How the latest try to pay stands. */
    enum TryState {
        NONE,
        OPEN,
        PENDING,
        PAID,
        FAILED,
        EXPIRED
    }

    /**
     * @param doctorAbout a line such as a specialty; may be empty
     * @param heldUntil while the time is only kept until it is paid
     * @param way stripe, demo or none: where patients pay
     * @param receipt the number of the receipt, once there is one
     */
    record PaymentStateJson(
            PaymentStatus status,
            String doctor,
            String doctorAbout,
            Instant start,
            @Nullable Instant heldUntil,
            boolean cancelled,
            long amountMinor,
            String currency,
            String way,
            TryState latestTry,
            @Nullable String receipt) {}

    record MarkRefunded(@NotBlank @Size(max = 500) String reason) {}

    @Operation(operationId = "getPayment", summary = "Whether it is paid, and how the latest try to pay stands")
    @GetMapping
    PaymentStateJson get(@PathVariable UUID appointmentId, CurrentUser who) {
        Appointment appointment = known(appointmentId, who, who.is(Role.ADMIN));
        return state(appointment);
    }

    @Operation(operationId = "openCheckout", summary = "Opens the page on which the patient pays")
    @PostMapping("/checkout")
    CheckoutPageJson open(@PathVariable UUID appointmentId, CurrentUser who) {
        Appointment appointment = known(appointmentId, who, false);
        return new CheckoutPageJson(checkouts.open(appointment, who.locale(), base()));
    }

    /** Where the payment system sends the browser back to: as the clinic says, else as the browser asked. */
    private String base() {
        return publicUrl != null
                ? publicUrl
                : ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    @Operation(operationId = "markRefunded", summary = "Staff: the money was given back by hand")
    @PostMapping("/mark-refunded")
    @Transactional
    Map<String, Object> markRefunded(
            @PathVariable UUID appointmentId, @Valid @RequestBody MarkRefunded body, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        payments.markRefunded(id, who.id(), body.reason());
        AuditEntry entry = AuditEntry.of(who.actor(), Action.CHANGED, Subject.PAYMENT, id);
        trail.record(appointments
                .find(id)
                .map(known -> entry.about(known.patient().value()))
                .orElse(entry));
        return Map.of();
    }

    private PaymentStateJson state(Appointment appointment) {
        AppointmentId id = appointment.id();
        Payment payment = payments.of(id);
        Optional<UserView> doctor = users.find(appointment.doctor());
        return new PaymentStateJson(
                payment.status(),
                doctor.map(UserView::displayName).orElse(""),
                doctor.map(UserView::about).orElse(""),
                appointment.start(),
                appointment.heldUntil(),
                appointment.status() == AppointmentStatus.CANCELLED,
                payment.amountMinor(),
                payment.currency(),
                ways.chosen().map(PaymentProvider::name).orElse("none"),
                checkouts
                        .latest(id)
                        .map(Attempt::state)
                        .map(CheckoutController::shown)
                        .orElse(TryState.NONE),
                receipts.numbers(List.of(id)).get(id));
    }

    private static TryState shown(Attempt.State state) {
        return switch (state) {
            case OPENING, OPEN -> TryState.OPEN;
            case PENDING -> TryState.PENDING;
            case PAID -> TryState.PAID;
            case FAILED -> TryState.FAILED;
            case EXPIRED -> TryState.EXPIRED;
        };
    }

    /** Unknown and foreign look the same. What was paid is between the patient and the clinic. */
    private Appointment known(UUID id, CurrentUser who, boolean staff) {
        return appointments
                .find(new AppointmentId(id))
                .filter(one -> staff || one.patient().equals(who.id()))
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
    }
}
