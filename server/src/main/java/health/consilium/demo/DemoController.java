package health.consilium.demo;

import health.consilium.identity.Accounts.NewAccount;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.DemoSignIn;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.payment.spi.News;
import health.consilium.payment.spi.Notice;
import health.consilium.payment.spi.PaymentDesk;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** One-click sign-in and the pretend checkout. */
@DemoMode
@Tag(name = "demo")
@RestController
class DemoController {
    private final DemoSignIn signIn;
    private final Appointments appointments;
    private final Payments payments;
    private final PaymentDesk desk;
    private final DemoSeed seed;

    DemoController(DemoSignIn signIn, Appointments appointments, Payments payments, PaymentDesk desk, DemoSeed seed) {
        this.signIn = signIn;
        this.appointments = appointments;
        this.payments = payments;
        this.desk = desk;
        this.seed = seed;
    }

    record DemoAccount(UUID id, String name, Role role, String about) {}

    record DemoLogin(@NotNull UUID id) {}

    @Operation(operationId = "listDemoAccounts", summary = "Demo only: who can be tried")
    @GetMapping("/api/v1/auth/demo-accounts")
    List<DemoAccount> accounts() {
        return DemoPeople.ALL.stream()
                .map(person ->
                        new DemoAccount(person.id().value(), person.displayName(), person.role(), person.about()))
                .toList();
    }

    @Operation(operationId = "demoSignIn", summary = "Demo only: sign in with one click")
    @PostMapping("/api/v1/auth/demo-login")
    Map<String, Object> login(
            @Valid @RequestBody DemoLogin body, HttpServletRequest request, HttpServletResponse response) {
        NewAccount person = DemoPeople.ALL.stream()
                .filter(candidate -> candidate.id().value().equals(body.id()))
                .findFirst()
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This person is not part of the demo."));
        seed.refresh();
        signIn.signIn(person.id(), request, response);
        return Map.of();
    }

    @Operation(operationId = "demoCheckout", summary = "Demo only: pretends that the patient paid")
    @PostMapping("/api/v1/appointments/{appointmentId}/payment/demo-checkout")
    Map<String, Object> checkout(@PathVariable UUID appointmentId, CurrentUser who) {
        AppointmentId id = new AppointmentId(appointmentId);
        Appointment appointment = appointments
                .find(id)
                .filter(own -> own.patient().equals(who.id()))
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
        if (appointment.status() == AppointmentStatus.CANCELLED) {
            throw new Problem(
                    ErrorCode.APPOINTMENT_CANCELLED,
                    "This appointment was cancelled, so there is nothing to pay. Please book a new one.");
        }
        Payment payment = payments.of(id);
        if (payment.status() != PaymentStatus.UNPAID) {
            throw new Problem(ErrorCode.ALREADY_PAID, "This appointment is already paid. Nothing more is owed.");
        }
        String reference = "demo-" + UUID.randomUUID();
        desk.take(
                DemoCheckout.NAME,
                new Notice(
                        reference,
                        new News.MoneyCame(
                                appointmentId,
                                null,
                                null,
                                reference,
                                payment.amountMinor(),
                                payment.currency(),
                                null)));
        return Map.of();
    }
}
