package health.consilium.payment.desk;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.identity.Role;
import health.consilium.kernel.Problem;
import health.consilium.payment.Money;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Receipts;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.testing.Http;
import health.consilium.testing.StripeAccount;
import health.consilium.testing.StripeStandIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Row A2, S13: what Stripe tells is believed when it is signed, of now, new and about what was to be paid. */
class StripeWebhookTests extends AtStripe {
    private static final String COMPLETED = "checkout.session.completed";

    @Autowired
    private Receipts receipts;

    @Test
    @DisplayName("paid: the door opens, one receipt is written, and the history tells it")
    void paid() {
        told(COMPLETED, pays());
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        assertThat(kinds()).containsExactly(PaymentEventKind.CHECKOUT_OPENED, PaymentEventKind.PAID);
        assertThat(receipts.of(appointment.id()).orElseThrow().method()).isEqualTo("stripe");
    }

    @Test
    @DisplayName("the patient is back and the bank takes its time: not paid before the bank says so")
    void async() {
        ObjectNode slow = account().paysSlowly(StripeAccount.sessionOf(open()));
        told(COMPLETED, slow);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        told("checkout.session.async_payment_succeeded", slow);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    @DisplayName("the bank says no: nothing is paid, and the patient may try again on a new page")
    void asyncFailed() {
        String first = open();
        ObjectNode slow = account().paysSlowly(StripeAccount.sessionOf(first));
        told(COMPLETED, slow);
        told("checkout.session.async_payment_failed", slow);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(kinds()).endsWith(PaymentEventKind.CHECKOUT_PENDING, PaymentEventKind.CHECKOUT_FAILED);
        assertThat(open()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("nobody paid in time: the page is over, and the next one is new")
    void expired() {
        String first = open();
        told("checkout.session.expired", account().session(StripeAccount.sessionOf(first)));
        assertThat(kinds()).endsWith(PaymentEventKind.CHECKOUT_EXPIRED);
        assertThat(open()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("told again, and told by two events of the same payment: it changes nothing")
    void replay() {
        ObjectNode session = pays();
        String event = account().event(COMPLETED, session);
        assertThat(tell(event).status()).isEqualTo(200);
        List<PaymentEventKind> once = kinds();
        assertThat(tell(event).status()).isEqualTo(200);
        told("checkout.session.async_payment_succeeded", session);
        assertThat(kinds()).isEqualTo(once);
        assertThat(moneys()).hasSize(1);
    }

    @Test
    @DisplayName("in the wrong order: what ended the page comes after the money, or before it, and the money counts")
    void reorder() {
        ObjectNode slow = account().paysSlowly(StripeAccount.sessionOf(open()));
        told("checkout.session.async_payment_succeeded", slow);
        told(COMPLETED, slow);
        told("checkout.session.expired", slow);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
        ObjectNode paid = pays();
        told("checkout.session.expired", paid);
        told(COMPLETED, paid);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    @DisplayName("fifty copies of one event at once: one payment, one receipt, fifty friendly answers")
    void fiftyCopies() throws InterruptedException {
        String event = account().event(COMPLETED, pays());
        ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();
        CountDownLatch together = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                threads.submit(() -> {
                    together.await();
                    return answers.add(tell(event).status());
                });
            }
            together.countDown();
        }
        assertThat(answers).hasSize(50).containsOnly(200);
        assertThat(moneys()).hasSize(1);
        assertThat(kinds()).containsExactly(PaymentEventKind.CHECKOUT_OPENED, PaymentEventKind.PAID);
    }

    @Test
    @DisplayName("forged, old, from the future or unsigned: refused, and nothing is paid")
    void refused() {
        String event = account().event(COMPLETED, pays());
        long now = clock.instant().getEpochSecond();
        List<String> headers = List.of(
                StripeStandIn.signature(event, "whsec_of_somebody_else", now),
                StripeStandIn.signature(event, StripeStandIn.SECRET, now - 301),
                StripeStandIn.signature(event, StripeStandIn.SECRET, now + 301),
                StripeStandIn.signature(event + " ", StripeStandIn.SECRET, now));
        List<Http.Answer> answers = new ArrayList<>();
        headers.forEach(header -> answers.add(post(event, "Stripe-Signature", header)));
        answers.add(post(event, "X-Nothing", "at all"));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.code()).isEqualTo("SIGNATURE_REFUSED"));
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(moneys()).isEmpty();
    }

    @Test
    @DisplayName("while the secret is changed, what is signed with the next one counts")
    void rotation() {
        String event = account().event(COMPLETED, pays());
        long now = clock.instant().getEpochSecond();
        assertThat(post(event, "Stripe-Signature", StripeStandIn.signature(event, StripeStandIn.NEXT_SECRET, now))
                        .status())
                .isEqualTo(200);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"amount", "currency", "appointment"})
    @DisplayName(
            "another amount, currency or appointment than was to be paid: nothing is paid, and the money goes back")
    void wrong(String what) {
        ObjectNode session = pays();
        switch (what) {
            case "amount" -> session.put("amount_total", 4499);
            case "currency" -> session.put("currency", "usd");
            default -> {
                Appointment other = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
                session.put("client_reference_id", other.id().toString());
            }
        }
        told(COMPLETED, session);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(kinds()).contains(PaymentEventKind.PAID_WRONG, PaymentEventKind.REFUND_DUE);
        awaitRefunded(payment(session));
    }

    @Test
    @DisplayName("a page of one appointment does not pay another, although both name it")
    void aPageOfAnother() {
        ObjectNode session = pays();
        Appointment paidFor = appointment;
        appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
        String id = appointment.id().toString();
        session.put("client_reference_id", id).withObject("metadata").put("appointment_id", id);
        told(COMPLETED, session);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(payments.of(paidFor.id()).status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(kinds()).contains(PaymentEventKind.PAID_WRONG);
    }

    @Test
    @DisplayName("an appointment that we do not know is noted for the staff, and no money moves by itself")
    void unknownAppointment() {
        ObjectNode session = pays();
        UUID id = UUID.randomUUID();
        session.put("client_reference_id", id.toString()).withObject("metadata").put("appointment_id", id.toString());
        told(COMPLETED, session);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(payments.due())
                .filteredOn(money -> money.appointment().value().equals(id))
                .singleElement()
                .satisfies(money -> assertThat(money.byHand()).isTrue());
    }

    @Test
    @DisplayName(
            "what else the clinic sells with the same account, and what is only a rehearsal, is none of our business")
    void notOurs() {
        ObjectNode session = pays();
        String real = account().event(COMPLETED, session).replace("\"livemode\":false", "\"livemode\":true");
        assertThat(tell(real).status()).isEqualTo(200);
        session.withObject("metadata").remove("appointment_id");
        told(COMPLETED, session);
        told("customer.created", session);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(moneys()).isEmpty();
    }

    @Test
    @DisplayName("what is signed and no event is refused; a notice over 256 kB is not read")
    void notAnEvent() {
        assertThat(tell("[]").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell("not json").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell("{\"id\":\"evt_1\"}").code()).isEqualTo("INVALID_REQUEST");
        assertThat(tell("\"" + "x".repeat(256 * 1024) + "\"").code()).isEqualTo("PAYLOAD_TOO_LARGE");
    }

    @Test
    @DisplayName("paid twice: the second sum goes back by itself, and the appointment stays paid")
    void twice() {
        String first = open();
        clock.advance(Duration.ofMinutes(34));
        String second = open();
        told(COMPLETED, account().pays(StripeAccount.sessionOf(first)));
        ObjectNode other = account().pays(StripeAccount.sessionOf(second));
        told(COMPLETED, other);
        awaitRefunded(payment(other));
        assertThat(account().refunded(payment(other))).isEqualTo(4500);
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
        assertThat(kinds()).contains(PaymentEventKind.PAID_TWICE);
    }

    @Test
    @DisplayName("paid after the cancellation: it is owed back, and goes back by itself, once")
    void afterTheCancellation() {
        ObjectNode session = pays();
        appointments.close(appointment.id(), AppointmentStatus.CANCELLED);
        told(COMPLETED, session);
        awaitRefunded(payment(session));
        assertThat(status()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(account().refunded(payment(session))).isEqualTo(4500);
        assertThat(kinds())
                .contains(PaymentEventKind.PAID_TOO_LATE, PaymentEventKind.REFUND_DUE, PaymentEventKind.REFUNDED);
    }

    @Test
    @DisplayName(
            "the staff marks it paid in the moment in which the notice comes: paid once, and what is too much goes back")
    void race() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
            ObjectNode session = pays();
            String event = account().event(COMPLETED, session);
            ConcurrentLinkedQueue<String> refusals = new ConcurrentLinkedQueue<>();
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                threads.submit(() -> tell(event));
                threads.submit(() -> {
                    try {
                        payments.markPaid(appointment.id(), desk.id(), "cash");
                    } catch (Problem refused) {
                        refusals.add(refused.code().name());
                    }
                });
            }
            assertThat(status()).isEqualTo(PaymentStatus.PAID);
            if (refusals.isEmpty()) {
                awaitRefunded(payment(session));
            } else {
                assertThat(refusals).containsExactly("ALREADY_PAID");
                assertThat(account().refunded(payment(session))).isZero();
            }
            assertThat(moneys().stream().filter(Money::counts)).hasSize(1);
            clock.advance(Duration.ofSeconds(1));
        }
    }
}
