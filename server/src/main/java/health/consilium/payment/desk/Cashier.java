package health.consilium.payment.desk;

import health.consilium.identity.UserId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.Money;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.Payments;
import health.consilium.payment.desk.Books.Sum;
import health.consilium.payment.store.History;
import health.consilium.payment.store.MoneyStore;
import health.consilium.payment.store.PaymentStore;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the clinic's own people and rules do about payments. */
@Service
@Transactional
class Cashier implements Payments {
    private static final String STAFF = "staff";

    private final PaymentStore payments;
    private final MoneyStore moneys;
    private final History history;
    private final Books books;
    private final Bookings bookings;
    private final Appointments appointments;

    Cashier(
            PaymentStore payments,
            MoneyStore moneys,
            History history,
            Books books,
            Bookings bookings,
            Appointments appointments) {
        this.payments = payments;
        this.moneys = moneys;
        this.history = history;
        this.books = books;
        this.bookings = bookings;
        this.appointments = appointments;
    }

    @Override
    @Transactional(readOnly = true)
    public Payment of(AppointmentId appointment) {
        return payments.of(appointment);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AppointmentId, Payment> ofAll(Collection<AppointmentId> all) {
        return payments.ofAll(all);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<AppointmentId> withStatus(Set<PaymentStatus> statuses) {
        return payments.withStatus(statuses);
    }

    @Override
    public Payment markPaid(AppointmentId id, UserId by, String reason) {
        return pay(id, STAFF, by, reason);
    }

    /** The right sum, said by somebody who may say so. */
    Payment pay(AppointmentId id, String provider, UserId by, String reason) {
        Payment before = payments.lock(id);
        Appointment appointment = appointments
                .find(id)
                .orElseThrow(() ->
                        new Problem(ErrorCode.NOT_FOUND, "This appointment is not known here. Please check the link."));
        if (before.status() != PaymentStatus.UNPAID) {
            throw new Problem(ErrorCode.ALREADY_PAID, "This appointment is already paid. Nothing more is owed.");
        }
        // Nobody should pay for what will not take place.
        if (Bookings.isCancelled(appointment)) {
            throw new Problem(
                    ErrorCode.APPOINTMENT_CANCELLED,
                    "This appointment was cancelled, so there is nothing to pay. Please book a new one.");
        }
        if (!bookings.confirm(appointment)) {
            throw new Problem(
                    ErrorCode.SLOT_TAKEN,
                    "This time was not kept any longer, and somebody else has it. Nothing was paid. Please book another one.");
        }
        String reference = UUID.randomUUID().toString();
        books.takeIn(
                appointment,
                before,
                new Sum(provider, reference, before.amountMinor(), before.currency(), by, reason),
                true);
        return payments.of(id);
    }

    /** Locked also while it is unpaid: money that comes in this moment either sees the cancellation, or is seen here. */
    @Override
    public void markRefundDue(AppointmentId appointment, String reason) {
        books.refundOwed(appointment, payments.lock(appointment), reason);
    }

    @Override
    public Payment markRefunded(AppointmentId appointment, UserId by, String reason) {
        Payment before = payments.lock(appointment);
        List<Money> due = moneys.of(List.of(appointment)).getOrDefault(appointment, List.of()).stream()
                .filter(money -> money.state() == Money.State.REFUND_DUE)
                .toList();
        List<Money> byHand = due.stream().filter(Money::byHand).toList();
        if (due.isEmpty()) {
            throw new Problem(ErrorCode.NO_REFUND_DUE, "For this appointment no money is owed back.");
        }
        if (byHand.isEmpty()) {
            throw new Problem(
                    ErrorCode.REFUND_UNDERWAY,
                    "The payment system gives this money back by itself. Please do not pay it back a second time.");
        }
        byHand.forEach(money -> books.wentBack(money, before, null, by, reason));
        return payments.of(appointment);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<AppointmentId, List<Money>> moneyOf(Collection<AppointmentId> all) {
        return moneys.of(all);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Money> due() {
        return moneys.due();
    }

    @Override
    @Transactional(readOnly = true)
    public List<PaymentEvent> history(AppointmentId appointment) {
        return history.of(appointment);
    }
}
