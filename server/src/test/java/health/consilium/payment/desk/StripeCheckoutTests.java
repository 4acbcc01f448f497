package health.consilium.payment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.StripeException;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData;
import com.stripe.param.checkout.SessionCreateParams.LineItem.PriceData.ProductData;
import com.stripe.param.checkout.SessionCreateParams.PaymentIntentData;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.testing.StripeAccount;
import health.consilium.testing.StripeStandIn;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Row A2: the way to Stripe, on good lines and bad ones. */
class StripeCheckoutTests extends AtStripe {
    @Test
    @DisplayName("the patient is sent to a page of Stripe for this appointment and this price, open for 35 minutes")
    void opening() {
        var session = account().session(StripeAccount.sessionOf(open()));
        assertThat(session.path("client_reference_id").asString())
                .isEqualTo(appointment.id().toString());
        assertThat(session.path("amount_total").asLong()).isEqualTo(4500);
        assertThat(session.path("currency").asString()).isEqualTo("eur");
        assertThat(session.path("expires_at").asLong())
                .isEqualTo(clock.instant().plus(Duration.ofMinutes(35)).getEpochSecond());
        assertThat(kinds()).containsExactly(PaymentEventKind.CHECKOUT_OPENED);
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
    }

    @Test
    @DisplayName("two clicks, two tabs, or coming back: it is one page, until it is about to close")
    void onePage() {
        String first = open();
        assertThat(open()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(32));
        assertThat(open()).isEqualTo(first);
        clock.advance(Duration.ofMinutes(2));
        assertThat(open()).isNotEqualTo(first);
    }

    @Test
    @DisplayName("twenty clicks at once open one page")
    void manyAtOnce() throws InterruptedException {
        Set<String> urls = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.submit(() -> {
                    together.await();
                    return urls.add(open());
                });
            }
            together.countDown();
        }
        assertThat(urls).hasSize(1);
    }

    @Test
    @DisplayName("Stripe acted and its answer got lost: asked again, it is the same page")
    void theAnswerWasLost() {
        stripe.losesAnswers(3);
        unavailable();
        int asked = stripe.requests().size();
        assertThat(asked).isEqualTo(3);
        String page = open();
        assertThat(stripe.requests()).hasSize(asked + 1);
        told("checkout.session.completed", account().pays(StripeAccount.sessionOf(page)));
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    @DisplayName("paid on a page whose address we never got to know: it counts all the same")
    void paidOnALostPage() {
        stripe.losesAnswers(1);
        String session = StripeAccount.sessionOf(open());
        told("checkout.session.completed", account().pays(session));
        assertThat(status()).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    @DisplayName("a broken line and trouble at Stripe are tried again twice, then said plainly; nothing is lost")
    void outage() {
        stripe.breaks(2);
        assertThat(open()).startsWith("https://checkout.stripe.test/");
        appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
        stripe.isInTrouble(50);
        unavailable();
        stripe.isWell();
        assertThat(status()).isEqualTo(PaymentStatus.UNPAID);
        assertThat(open()).startsWith("https://checkout.stripe.test/");
    }

    @Test
    @DisplayName("an order that was never answered is too old after four minutes: the next one is a new one")
    void tooOldToPlace() {
        // More than three: what other bookings still have to tell Stripe meets it, too.
        stripe.breaks(50);
        unavailable();
        stripe.isWell();
        clock.advance(Duration.ofMinutes(4).plusSeconds(1));
        assertThat(open()).startsWith("https://checkout.stripe.test/");
    }

    @Test
    @DisplayName("nobody is sent to pay for what is paid, cancelled, or being worked on by the bank")
    void nothingToPay() {
        var slow = account().paysSlowly(StripeAccount.sessionOf(open()));
        told("checkout.session.completed", slow);
        refused(ErrorCode.PAYMENT_PENDING);
        told("checkout.session.async_payment_succeeded", slow);
        refused(ErrorCode.ALREADY_PAID);
        appointment = clinic.now(patient, clinic.somebody(Role.DOCTOR), false);
        appointments.close(appointment.id(), AppointmentStatus.CANCELLED);
        appointment = appointments.find(appointment.id()).orElseThrow();
        refused(ErrorCode.APPOINTMENT_CANCELLED);
    }

    @Test
    @DisplayName("what was cancelled cannot be paid at Stripe any more")
    void closedWithTheAppointment() {
        String session = StripeAccount.sessionOf(open());
        appointments.close(appointment.id(), AppointmentStatus.CANCELLED);
        awaitTasks(() ->
                assertThat(account().session(session).path("status").asString()).isEqualTo("expired"));
    }

    @Test
    @DisplayName("the stand-in takes what Stripe's own library sends for the same order")
    void theStandInIsLikeStripe() throws StripeException {
        String id = appointment.id().toString();
        SessionCreateParams order = SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setClientReferenceId(id)
                .putMetadata("appointment_id", id)
                .putMetadata("attempt", "1")
                .setPaymentIntentData(PaymentIntentData.builder()
                        .putMetadata("appointment_id", id)
                        .putMetadata("attempt", "1")
                        .build())
                .addLineItem(LineItem.builder()
                        .setQuantity(1L)
                        .setPriceData(PriceData.builder()
                                .setCurrency("eur")
                                .setUnitAmount(4500L)
                                .setProductData(ProductData.builder()
                                        .setName("Consilium")
                                        .build())
                                .build())
                        .build())
                .setLocale(SessionCreateParams.Locale.EN)
                .setSuccessUrl(BASE)
                .setCancelUrl(BASE)
                .setExpiresAt(clock.instant().plus(Duration.ofMinutes(35)).getEpochSecond())
                .build();
        RequestOptions options = RequestOptions.builder()
                .setApiKey(StripeStandIn.KEY)
                .setBaseUrl("http://" + stripe.authority())
                .setIdempotencyKey("by Stripe's library " + id)
                .build();
        Session session = Session.create(order, options);
        assertThat(session.getUrl()).startsWith("https://checkout.stripe.test/");
        assertThat(Session.create(order, options).getId()).isEqualTo(session.getId());
    }

    private void unavailable() {
        refused(ErrorCode.PAYMENT_UNAVAILABLE);
    }

    private void refused(ErrorCode code) {
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
