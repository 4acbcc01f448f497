package health.consilium.payment.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import health.consilium.identity.Role;
import health.consilium.payment.Money;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentProperties.Way;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.store.AttemptStore;
import health.consilium.payment.store.History;
import health.consilium.payment.store.PaymentStore;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.Appointments;
import health.consilium.testing.Clinic;
import health.consilium.testing.Clinic.Person;
import health.consilium.testing.Http;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import health.consilium.testing.StripeAccount;
import health.consilium.testing.StripeStandIn;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/** A clinic whose patients pay with Stripe: the server's own routes and database, and the stand-in. */
@ServerTest
abstract class AtStripe {
    static final String BASE = "https://clinic.example";

    @LocalServerPort
    private int port;

    @Autowired
    private List<PaymentProvider> providers;

    @Autowired
    private AttemptStore attempts;

    @Autowired
    private PaymentStore rows;

    @Autowired
    private History history;

    @Autowired
    private Tasks tasks;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Scheduler scheduler;

    @Autowired
    private Clock time;

    @Autowired
    Clinic clinic;

    @Autowired
    Payments payments;

    @Autowired
    Appointments appointments;

    @Autowired
    StripeStandIn stripe;

    MutableClock clock;
    Checkouts checkouts;
    Person patient;
    Person doctor;
    Person desk;
    Appointment appointment;

    @BeforeEach
    void anUnpaidAppointment() {
        clock = (MutableClock) time;
        PaymentProperties byStripe = new PaymentProperties(4500, "EUR", Way.STRIPE, null, "", ZoneOffset.UTC);
        checkouts =
                new Checkouts(attempts, rows, history, tasks, new Ways(providers, byStripe), transaction, "Consilium");
        patient = clinic.somebody(Role.PATIENT);
        doctor = clinic.somebody(Role.DOCTOR);
        desk = clinic.somebody(Role.ADMIN);
        appointment = clinic.now(patient, doctor, false);
        stripe.isWell();
        stripe.requests().clear();
        stripe.account().refundsAre("succeeded");
    }

    @AfterEach
    void stripeWasAskedProperly() {
        assertThat(stripe.faults()).isEmpty();
    }

    StripeAccount account() {
        return stripe.account();
    }

    String open() {
        return checkouts.open(appointment, "en", BASE);
    }

    /** The patient goes to Stripe and pays there. @return the session as Stripe tells of it */
    ObjectNode pays() {
        return account().pays(StripeAccount.sessionOf(open()));
    }

    Http.Answer tell(String event) {
        long now = clock.instant().getEpochSecond();
        return post(event, "Stripe-Signature", StripeStandIn.signature(event, StripeStandIn.SECRET, now));
    }

    /** @param type of the event; what it is about stands in the object */
    void told(String type, ObjectNode object) {
        assertThat(tell(account().event(type, object)).status()).isEqualTo(200);
    }

    Http.Answer post(String body, String header, String value) {
        Http http = new Http(port);
        return http.send(http.request("POST", "/api/v1/payment/stripe/webhook", body)
                .header(header, value)
                .build());
    }

    PaymentStatus status() {
        return payments.of(appointment.id()).status();
    }

    List<PaymentEventKind> kinds() {
        return payments.history(appointment.id()).stream()
                .map(PaymentEvent::kind)
                .toList();
    }

    List<Money> moneys() {
        return payments.moneyOf(List.of(appointment.id())).getOrDefault(appointment.id(), List.of());
    }

    /** What durable tasks do that are due now. The clock, which other classes share, stays where it is. */
    void awaitTasks(ThrowingRunnable holds) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    scheduler.triggerCheckForDueExecutions();
                    holds.run();
                });
    }

    void awaitRefunded(String payment) {
        awaitTasks(() -> assertThat(moneys().stream()
                        .filter(one -> one.reference().equals(payment))
                        .map(Money::state))
                .containsExactly(Money.State.REFUNDED));
    }

    static String payment(ObjectNode session) {
        return session.path("payment_intent").asString();
    }
}
