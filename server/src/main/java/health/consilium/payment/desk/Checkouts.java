package health.consilium.payment.desk;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.spi.CheckoutOrder;
import health.consilium.payment.spi.OpenedCheckout;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.spi.ProviderAway;
import health.consilium.payment.store.Attempt;
import health.consilium.payment.store.AttemptStore;
import health.consilium.payment.store.History;
import health.consilium.payment.store.PaymentStore;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The page on which a patient pays. A try is written down before the payment system is asked, and asked again it is the
 * same try: whatever got lost on the way, there is one page to pay on.
 */
@Service
public class Checkouts {
    private static final Logger log = LoggerFactory.getLogger(Checkouts.class);
    /** Payment pages of Stripe live for 30 minutes at least; the rest is for the way there. */
    static final Duration LIFE = Duration.ofMinutes(35);
    /** With less left of it, an order that was never answered is too old to be placed again. */
    private static final Duration PLACEABLE = Duration.ofMinutes(31);
    /** With less left of it, a page is not worth going to. */
    private static final Duration USABLE = Duration.ofMinutes(2);

    private final AttemptStore attempts;
    private final PaymentStore payments;
    private final History history;
    private final Tasks tasks;
    private final Ways ways;
    private final TransactionTemplate transaction;
    private final String clinic;

    public Checkouts(
            AttemptStore attempts,
            PaymentStore payments,
            History history,
            Tasks tasks,
            Ways ways,
            TransactionTemplate transaction,
            @Value("${consilium.name:Consilium}") String clinic) {
        this.attempts = attempts;
        this.payments = payments;
        this.history = history;
        this.tasks = tasks;
        this.ways = ways;
        this.transaction = transaction;
        this.clinic = clinic;
    }

    /**
     * @param base address of our pages
     * @return where the browser goes to pay
     * @throws Problem CHECKOUT_UNAVAILABLE, PAYMENT_UNAVAILABLE, PAYMENT_PENDING, ALREADY_PAID, APPOINTMENT_CANCELLED
     */
    public String open(Appointment appointment, String locale, String base) {
        PaymentProvider way = ways.chosen()
                .orElseThrow(
                        () -> new Problem(
                                ErrorCode.CHECKOUT_UNAVAILABLE,
                                "Paying on this page is not possible here. Please pay at the clinic; it will open your appointment."));
        Attempt attempt = transaction.execute(status -> current(appointment, way, locale, base));
        String known = attempt.url();
        if (known != null) {
            return known;
        }
        OpenedCheckout opened = place(way, attempt);
        transaction.executeWithoutResult(status -> {
            if (attempts.opened(attempt, opened)) {
                note(attempt, opened);
            }
        });
        return opened.url();
    }

    private OpenedCheckout place(PaymentProvider way, Attempt attempt) {
        try {
            return way.open(new CheckoutOrder(
                    attempt.appointment(),
                    attempt.number(),
                    attempt.amountMinor(),
                    attempt.currency(),
                    clinic,
                    attempt.locale(),
                    attempt.base(),
                    attempt.expiresAt()));
        } catch (ProviderAway away) {
            log.warn("{} did not open a payment page: {}", way.name(), away.getMessage());
            throw new Problem(
                    ErrorCode.PAYMENT_UNAVAILABLE,
                    "The payment service does not answer at the moment. You have not paid anything, and nothing is lost."
                            + " Please try again in a minute.");
        }
    }

    /** The try that goes on, or a new one. Two pages that ask at once get the same. */
    private Attempt current(Appointment appointment, PaymentProvider way, String locale, String base) {
        Payment payment = payments.lock(appointment.id());
        refuseWhenSettled(appointment, payment);
        Instant now = history.now();
        Optional<Attempt> latest = attempts.latest(appointment.id());
        if (latest.isPresent() && latest.get().state() == Attempt.State.PENDING) {
            throw new Problem(
                    ErrorCode.PAYMENT_PENDING,
                    "Your bank is still working on your payment. Please do not pay again; you will hear from us.");
        }
        return latest.filter(one -> one.provider().equals(way.name()) && goesOn(one, now))
                .orElseGet(() -> {
                    Attempt next = new Attempt(
                            appointment.id(),
                            latest.map(Attempt::number).orElse(0) + 1,
                            way.name(),
                            Attempt.State.OPENING,
                            payment.amountMinor(),
                            payment.currency(),
                            base,
                            locale,
                            now,
                            now.truncatedTo(ChronoUnit.SECONDS).plus(LIFE),
                            null,
                            null);
                    attempts.add(next);
                    return next;
                });
    }

    private static boolean goesOn(Attempt one, Instant now) {
        return switch (one.state()) {
            case OPENING -> !one.expiresAt().isBefore(now.plus(PLACEABLE));
            case OPEN -> !one.expiresAt().isBefore(now.plus(USABLE));
            case PENDING, PAID, FAILED, EXPIRED -> false;
        };
    }

    private static void refuseWhenSettled(Appointment appointment, Payment payment) {
        if (Bookings.isCancelled(appointment)) {
            throw new Problem(
                    ErrorCode.APPOINTMENT_CANCELLED,
                    "This appointment was cancelled, so there is nothing to pay. Please book a new one.");
        }
        if (payment.status() != PaymentStatus.UNPAID) {
            throw new Problem(ErrorCode.ALREADY_PAID, "This appointment is already paid. Nothing more is owed.");
        }
    }

    private void note(Attempt attempt, OpenedCheckout opened) {
        history.add(
                attempt.appointment(),
                new PaymentEvent(
                        history.now(),
                        PaymentEventKind.CHECKOUT_OPENED,
                        null,
                        attempt.provider(),
                        opened.session(),
                        attempt.amountMinor(),
                        attempt.currency(),
                        ""));
    }

    /** How the latest try stands, if there was one. */
    public Optional<Attempt> latest(AppointmentId appointment) {
        return attempts.latest(appointment);
    }

    /** What was cancelled is not to be paid any more. */
    @EventListener
    void on(AppointmentCancelled cancelled) {
        attempts.open(cancelled.appointment().id()).forEach(tasks::close);
    }

    /** @throws ProviderAway to be called again */
    void close(AppointmentId appointment, int number) {
        attempts.find(appointment, number).ifPresent(attempt -> {
            String session = attempt.session();
            Optional<PaymentProvider> way = ways.named(attempt.provider());
            if (attempt.state() == Attempt.State.OPEN && session != null && way.isPresent()) {
                way.get().close(session);
            }
        });
    }
}
