package health.consilium.payment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** L8: a time that is held becomes firm with the money; when it is gone, the money goes back. */
class HeldAppointmentTests extends AtStripe {
    private static final Duration HOLD = Duration.ofMinutes(10);

    @Autowired
    private JdbcClient jdbc;

    private Instant heldUntil = Instant.EPOCH;

    @BeforeEach
    void held() {
        appointment = clinic.in(Duration.ofDays(1), patient, clinic.somebody(Role.DOCTOR), false);
        heldUntil = clock.instant().plus(HOLD);
        jdbc.sql("update scheduling_appointment set status = 'HELD', held_until = ? where id = ?")
                .params(heldUntil.atOffset(ZoneOffset.UTC), appointment.id().value())
                .update();
        appointment = appointments.find(appointment.id()).orElseThrow();
    }

    @ParameterizedTest(name = "{0} ms after the hold ran out")
    @ValueSource(longs = {-1, 0, 1, 60_000})
    @DisplayName("paid in the hold, or after it while nobody else has the time: firmly booked")
    void firm(long after) {
        ObjectNode session = pays();
        clock.set(heldUntil.plusMillis(after));
        told("checkout.session.completed", session);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        assertThat(booked()).isEqualTo(AppointmentStatus.BOOKED);
    }

    @Test
    @DisplayName("paid when somebody else has the time: owed back, and goes back by itself")
    void gone() {
        ObjectNode session = pays();
        clock.set(heldUntil.plusMillis(1));
        appointments.book(
                clinic.somebody(Role.PATIENT).id(),
                appointment.doctor(),
                appointment.start(),
                appointment.end(),
                "Was faster");
        told("checkout.session.completed", session);
        assertThat(kinds()).contains(PaymentEventKind.PAID_TOO_LATE);
        awaitRefunded(payment(session));
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(booked()).isNotEqualTo(AppointmentStatus.BOOKED);
    }

    private AppointmentStatus booked() {
        return appointments.find(appointment.id()).orElseThrow().status();
    }
}
