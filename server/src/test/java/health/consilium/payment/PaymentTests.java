package health.consilium.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.consultation.spi.EntryGate;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Appointments;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.ServerTest;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** L8: only a paid appointment opens, and money that is owed back is not forgotten. */
@ServerTest
class PaymentTests {
    @Autowired
    private Payments payments;

    @Autowired
    private List<EntryGate> gates;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Clinic clinic;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    private Person patient;
    private Person doctor;
    private Person desk;
    private Appointment appointment;

    @BeforeEach
    void anUnpaidAppointment() {
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
        appointment = clinic.now(patient, doctor, false);
    }

    @Test
    @DisplayName("L8: an unpaid appointment stays closed; the patient reads what to do, the doctor what is missing")
    void theGateIsShutUntilPaid() {
        assertThat(refusal(patient)).contains("Please pay first");
        assertThat(refusal(doctor)).contains("The patient has not paid yet");
        payments.markPaid(appointment.id(), desk.id(), "cash at the desk");
        assertThat(refusal(patient)).isEmpty();
        assertThat(refusal(doctor)).isEmpty();
    }

    @Test
    @DisplayName("who marked it paid, when and why is kept")
    void theRecordOfAPayment() {
        payments.markPaid(appointment.id(), desk.id(), "cash at the desk");
        String record = jdbc.sql("select changed_by || ' ' || reason from payment_payment where appointment = ?")
                .param(appointment.id().value())
                .query(String.class)
                .single();
        assertThat(record).isEqualTo(desk.id() + " cash at the desk");
        OffsetDateTime when = jdbc.sql("select changed_at from payment_payment where appointment = ?")
                .param(appointment.id().value())
                .query(OffsetDateTime.class)
                .single();
        assertThat(when.toInstant()).isEqualTo(clock.instant());
    }

    @Test
    @DisplayName("nobody pays twice, and nobody pays for what was cancelled or does not exist")
    void refusedPayments() {
        payments.markPaid(appointment.id(), desk.id(), "cash");
        refused(appointment.id(), ErrorCode.ALREADY_PAID);
        Appointment gone = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
        appointments.close(gone.id(), AppointmentStatus.CANCELLED);
        refused(gone.id(), ErrorCode.APPOINTMENT_CANCELLED);
        refused(new AppointmentId(UUID.randomUUID()), ErrorCode.NOT_FOUND);
    }

    @Test
    @DisplayName("L11: what was paid is owed back, told once or twice; what was not paid is not")
    void refunds() {
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        assertThat(payments.of(appointment.id()).status()).isEqualTo(PaymentStatus.UNPAID);
        payments.markPaid(appointment.id(), desk.id(), "cash");
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        assertThat(payments.of(appointment.id()).status()).isEqualTo(PaymentStatus.REFUND_DUE);
        assertThat(refusal(patient)).isNotEmpty();
    }

    private String refusal(Person who) {
        return gates.stream()
                .flatMap(gate -> gate.refusal(appointment, who.id(), clock.instant()).stream())
                .map(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.NOT_PAID);
                    return problem.sentence();
                })
                .findFirst()
                .orElse("");
    }

    private void refused(AppointmentId id, ErrorCode code) {
        assertThatThrownBy(() -> payments.markPaid(id, desk.id(), "again"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
