package health.consilium.payment.desk;

import health.consilium.identity.UserId;
import health.consilium.payment.Money;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentReceived;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.RefundDue;
import health.consilium.payment.Refunded;
import health.consilium.payment.domain.PaymentFact;
import health.consilium.payment.domain.Transition;
import health.consilium.payment.domain.Transition.Effect;
import health.consilium.payment.domain.Transitions;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.store.History;
import health.consilium.payment.store.MoneyStore;
import health.consilium.payment.store.PaymentStore;
import health.consilium.payment.store.ReceiptStore;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what the table of transitions says, with history, receipt and events, in one transaction. Whoever calls holds
 * the lock of the appointment's payment.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Books {
    private final PaymentStore payments;
    private final MoneyStore moneys;
    private final History history;
    private final ReceiptStore receipts;
    private final Ways ways;
    private final Tasks tasks;
    private final ApplicationEventPublisher events;

    Books(
            PaymentStore payments,
            MoneyStore moneys,
            History history,
            ReceiptStore receipts,
            Ways ways,
            Tasks tasks,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.moneys = moneys;
        this.history = history;
        this.receipts = receipts;
        this.ways = ways;
        this.tasks = tasks;
        this.events = events;
    }

    /** A sum as it comes in, before anybody knows what becomes of it. */
    record Sum(
            String provider,
            String reference,
            long amountMinor,
            String currency,
            @Nullable UserId by,
            String words) {}

    /** The right sum for this appointment. */
    Effect takeIn(Appointment appointment, Payment before, Sum sum, boolean takesPlace) {
        AppointmentId id = appointment.id();
        PaymentFact fact = takesPlace ? PaymentFact.MONEY_CAME : PaymentFact.MONEY_CAME_TOO_LATE;
        Transition transition = Transitions.of(before.status(), fact);
        boolean counts = transition.effect() != Effect.OWE_BACK_SURPLUS;
        Money money = keep(id, sum, counts);
        if (counts) {
            payments.set(id, transition.to(), sum.by(), sum.words());
        }
        switch (transition.effect()) {
            case KEEP -> {
                note(money, PaymentEventKind.PAID, sum.by(), sum.words());
                events.publishEvent(new PaymentReceived(id, receipts.issue(appointment, money)));
            }
            case OWE_BACK -> {
                note(money, PaymentEventKind.PAID_TOO_LATE, sum.by(), sum.words());
                owe(money, "TOO_LATE");
            }
            case OWE_BACK_SURPLUS -> {
                note(money, PaymentEventKind.PAID_TWICE, sum.by(), sum.words());
                owe(money, "PAID_TWICE");
            }
            case NONE, SETTLE -> throw new IllegalStateException("money came and nothing becomes of it");
        }
        return transition.effect();
    }

    /** A sum that pays for nothing we know. @param known whether the appointment is one of ours: only then it goes back by itself */
    void takeInWrong(AppointmentId appointment, Sum sum, String words, boolean known) {
        Money money = keep(appointment, sum, false);
        note(money, PaymentEventKind.PAID_WRONG, null, words);
        if (known) {
            owe(money, "WRONG_SUM");
        } else {
            oweByHand(money, "UNKNOWN_APPOINTMENT");
        }
    }

    private Money keep(AppointmentId appointment, Sum sum, boolean counts) {
        Money money = new Money(
                UUID.randomUUID(),
                appointment,
                sum.provider(),
                sum.reference(),
                sum.amountMinor(),
                sum.currency(),
                history.now(),
                Money.State.KEPT,
                counts,
                !goesBackByItself(sum.provider()),
                null,
                "");
        moneys.add(money);
        return money;
    }

    private boolean goesBackByItself(String provider) {
        return ways.named(provider).filter(PaymentProvider::refundsByItself).isPresent();
    }

    /** What was paid is owed back. */
    void refundOwed(AppointmentId appointment, Payment before, String why) {
        Transition transition = Transitions.of(before.status(), PaymentFact.REFUND_OWED);
        if (transition.effect() == Effect.OWE_BACK) {
            payments.set(appointment, transition.to(), null, why);
            moneys.thatCounts(appointment).ifPresent(money -> owe(money, why));
        }
    }

    private void owe(Money money, String why) {
        if (goesBackByItself(money.provider())) {
            moneys.owed(money.id(), false, why);
            due(money, false, why);
            tasks.refund(money.id());
        } else {
            oweByHand(money, why);
        }
    }

    void oweByHand(Money money, String why) {
        moneys.owed(money.id(), true, why);
        due(money, true, why);
    }

    private void due(Money money, boolean byHand, String why) {
        note(money, PaymentEventKind.REFUND_DUE, null, why);
        events.publishEvent(new RefundDue(money.appointment(), money.amountMinor(), money.currency(), byHand, why));
    }

    /** It is back where it came from; told again, nothing changes. */
    void wentBack(Money money, Payment before, @Nullable String refund, @Nullable UserId by, String words) {
        if (money.state() == Money.State.REFUNDED) {
            return;
        }
        moneys.wentBack(money.id(), refund);
        if (money.counts()) {
            PaymentStatus to =
                    Transitions.of(before.status(), PaymentFact.MONEY_WENT_BACK).to();
            payments.set(money.appointment(), to, by, words);
        }
        note(money, PaymentEventKind.REFUNDED, by, words);
        events.publishEvent(new Refunded(money.appointment(), money.amountMinor(), money.currency()));
    }

    /** The payment system could not give it back: the staff has to. Told again, nothing changes. */
    void refundFailed(Money money, Payment before, @Nullable String refund, String words) {
        boolean known = money.byHand() && money.state() == Money.State.REFUND_DUE;
        boolean another = refund != null && money.refund() != null && !refund.equals(money.refund());
        if (known || another || money.state() == Money.State.KEPT) {
            return;
        }
        if (money.counts()) {
            PaymentStatus to = Transitions.of(before.status(), PaymentFact.REFUND_CAME_TO_NOTHING)
                    .to();
            payments.set(money.appointment(), to, null, "REFUND_FAILED");
        }
        moneys.sent(money.id(), refund);
        note(money, PaymentEventKind.REFUND_FAILED, null, words);
        oweByHand(money, "REFUND_FAILED");
    }

    void sent(Money money, @Nullable String refund) {
        moneys.sent(money.id(), refund);
        note(money, PaymentEventKind.REFUND_SENT, null, "");
    }

    void note(Money money, PaymentEventKind kind, @Nullable UserId by, String words) {
        history.add(
                money.appointment(),
                new PaymentEvent(
                        history.now(),
                        kind,
                        by,
                        money.provider(),
                        money.reference(),
                        money.amountMinor(),
                        money.currency(),
                        words));
    }
}
