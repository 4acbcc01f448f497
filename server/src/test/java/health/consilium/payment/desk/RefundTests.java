package health.consilium.payment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Money;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Receipts;
import health.consilium.payment.spi.ProviderAway;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** L11, A2, I4: money that is owed back goes back, exactly once. */
class RefundTests extends AtStripe {
    @Autowired
    private Refunds refunds;

    @Autowired
    private Receipts receipts;

    @Autowired
    private JdbcClient jdbc;

    private String payment = "";

    @BeforeEach
    void paidWithStripe() {
        ObjectNode session = pays();
        told("checkout.session.completed", session);
        payment = payment(session);
    }

    @Test
    @DisplayName("L11: the doctor did not come: it goes back by itself, told once or twice")
    void byItself() {
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        awaitRefunded(payment);
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(account().refunded(payment)).isEqualTo(4500);
        assertThat(kinds()).containsOnlyOnce(PaymentEventKind.REFUND_DUE, PaymentEventKind.REFUNDED);
        assertThat(receipts.of(appointment.id()).orElseThrow().refundedAmountMinor())
                .isEqualTo(4500);
    }

    @Test
    @DisplayName("Stripe is away for longer: it is asked until it answers, and gives it back once")
    void outage() {
        stripe.breaks(4);
        stripe.losesAnswers(2);
        payments.markRefundDue(appointment.id(), "CANCELLED_BY_CLINIC");
        awaitTasks(() -> {
            clock.advance(Duration.ofSeconds(1));
            assertThat(stripe.requests().stream().filter("POST /v1/refunds"::equals))
                    .hasSizeGreaterThanOrEqualTo(3);
        });
        awaitTasks(() -> {
            clock.advance(Duration.ofSeconds(20));
            assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        });
        assertThat(account().refunded(payment)).isEqualTo(4500);
        assertThat(stripe.faults()).isEmpty();
    }

    @Test
    @DisplayName("the bank takes its time with a refund: due until Stripe says that it arrived")
    void slowly() {
        account().refundsAre("pending");
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        awaitTasks(() -> assertThat(kinds()).contains(PaymentEventKind.REFUND_SENT));
        assertThat(status()).isEqualTo(PaymentStatus.REFUND_DUE);
        String refund = String.valueOf(money().refund());
        told("refund.updated", account().refund(refund, payment, 4500, "succeeded"));
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    @DisplayName(
            "a refund that comes to nothing, at once or days later, is for the staff to do; older news changes nothing")
    void failed() {
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        awaitRefunded(payment);
        String refund = String.valueOf(money().refund());
        told("refund.failed", account().refund(refund, payment, 4500, "failed"));
        told("refund.updated", account().refund(refund, payment, 4500, "succeeded"));
        assertThat(status()).isEqualTo(PaymentStatus.REFUND_DUE);
        assertThat(money().byHand()).isTrue();
        payments.markRefunded(appointment.id(), desk.id(), "bank transfer of today");
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
    }

    @Test
    @DisplayName("Stripe says no at once: the staff has to")
    void refusedAtOnce() {
        account().refundsAre("failed");
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        awaitTasks(() -> assertThat(kinds()).contains(PaymentEventKind.REFUND_FAILED));
        assertThat(money().byHand()).isTrue();
        assertThat(account().refunded(payment)).isZero();
    }

    @Test
    @DisplayName("while Stripe gives it back, nobody gives it back by hand as well")
    void notTwice() {
        stripe.breaks(1_000);
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        refused(ErrorCode.REFUND_UNDERWAY);
        assertThatThrownBy(() -> refunds.attempt(money().id())).isInstanceOf(ProviderAway.class);
        stripe.breaks(0);
        refunds.attempt(money().id());
        refunds.attempt(money().id());
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        refused(ErrorCode.NO_REFUND_DUE);
        assertThat(account().refunded(payment)).isEqualTo(4500);
    }

    @Test
    @DisplayName("given back in Stripe's own dashboard: known as refunded; a part of it: noted, and the staff is told")
    void atStripe() {
        ObjectNode charge = account()
                .refund("ch_1", payment, 4500, "succeeded")
                .put("amount_refunded", 1000)
                .put("refunded", false);
        told("charge.refunded", charge);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        assertThat(kinds()).endsWith(PaymentEventKind.REFUNDED_IN_PART);
        told("charge.refunded", charge.put("amount_refunded", 4500).put("refunded", true));
        told("refund.updated", account().refund("re_of_theirs", payment, 4500, "succeeded"));
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(kinds()).containsOnlyOnce(PaymentEventKind.REFUNDED);
    }

    @Test
    @DisplayName("a dispute is noted for the staff, and changes nothing by itself")
    void dispute() {
        told("charge.dispute.created", account().refund("dp_1", payment, 4500, "needs_response"));
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        assertThat(kinds()).endsWith(PaymentEventKind.DISPUTED);
    }

    @Test
    @DisplayName("what was paid at the desk is given back at the desk, with who did it and why")
    void byHand() {
        appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), true);
        refused(ErrorCode.NO_REFUND_DUE);
        payments.markRefundDue(appointment.id(), "DOCTOR_NO_SHOW");
        assertThat(payments.due()).extracting(Money::appointment).contains(appointment.id());
        payments.markRefunded(appointment.id(), desk.id(), "cash");
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        var last = payments.history(appointment.id()).getLast();
        assertThat(last.by()).isEqualTo(desk.id());
        assertThat(last.words()).isEqualTo("cash");
    }

    @Test
    @DisplayName("the history only grows: neither change nor deletion is possible")
    void appendOnly() {
        for (String wish : new String[] {
            "update payment_event set words = '' where appointment = ?",
            "delete from payment_event where appointment = ?"
        }) {
            assertThatThrownBy(
                            () -> jdbc.sql(wish).param(appointment.id().value()).update())
                    .hasMessageContaining("append-only");
        }
    }

    private Money money() {
        return moneys().getFirst();
    }

    private void refused(ErrorCode code) {
        assertThatThrownBy(() -> payments.markRefunded(appointment.id(), desk.id(), "again"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
