package health.consilium.payment.desk;

import health.consilium.payment.Money;
import health.consilium.payment.Payment;
import health.consilium.payment.PaymentEvent;
import health.consilium.payment.PaymentEventKind;
import health.consilium.payment.PaymentStatus;
import health.consilium.payment.desk.Books.Sum;
import health.consilium.payment.spi.News;
import health.consilium.payment.spi.Notice;
import health.consilium.payment.spi.PaymentDesk;
import health.consilium.payment.store.Attempt;
import health.consilium.payment.store.AttemptStore;
import health.consilium.payment.store.History;
import health.consilium.payment.store.MoneyStore;
import health.consilium.payment.store.PaymentStore;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Row A2, S13: what genuine notices of payment systems change. They may come twice, late and in any order; each is taken
 * once, in one transaction with everything that follows from it.
 */
@Service
@Transactional
class Notices implements PaymentDesk {
    private static final Logger log = LoggerFactory.getLogger(Notices.class);

    private final PaymentStore payments;
    private final MoneyStore moneys;
    private final AttemptStore attempts;
    private final History history;
    private final Books books;
    private final Bookings bookings;
    private final Appointments appointments;

    Notices(
            PaymentStore payments,
            MoneyStore moneys,
            AttemptStore attempts,
            History history,
            Books books,
            Bookings bookings,
            Appointments appointments) {
        this.payments = payments;
        this.moneys = moneys;
        this.attempts = attempts;
        this.history = history;
        this.books = books;
        this.bookings = bookings;
        this.appointments = appointments;
    }

    @Override
    public void take(String provider, Notice notice) {
        if (!history.isNew(provider, notice.id())) {
            log.debug("{} told {} again", provider, notice.id());
            return;
        }
        switch (notice.news()) {
            case News.MoneyCame came -> came(provider, came);
            case News.CheckoutChanged changed -> changed(provider, changed);
            case News.MoneyReturned returned ->
                about(provider, returned.reference(), (money, before) -> returned(money, before, returned));
            case News.RefundFailed failed ->
                about(
                        provider,
                        failed.reference(),
                        (money, before) -> books.refundFailed(money, before, failed.refund(), "told by " + provider));
            case News.Disputed disputed ->
                about(
                        provider,
                        disputed.reference(),
                        (money, before) -> books.note(money, PaymentEventKind.DISPUTED, null, disputed.words()));
            case News.Other other -> log.debug("{} told {}, which concerns nothing here", provider, other.kind());
        }
    }

    private void came(String provider, News.MoneyCame came) {
        AppointmentId id = new AppointmentId(came.appointment());
        Payment before = payments.lock(id);
        if (moneys.find(provider, came.reference()).isPresent()) {
            return;
        }
        Sum sum = new Sum(provider, came.reference(), came.amountMinor(), came.currency(), null, "");
        Optional<Appointment> appointment = appointments.find(id);
        if (appointment.isEmpty()) {
            books.takeInWrong(id, sum, "no such appointment", false);
            return;
        }
        Attempt attempt = attempt(provider, id, came.session(), came.attempt());
        String wrong = came.contradiction() != null ? came.contradiction() : contradiction(came, attempt, before);
        if (wrong != null) {
            books.takeInWrong(id, sum, wrong, true);
            return;
        }
        boolean takesPlace = before.status() == PaymentStatus.UNPAID && bookings.confirm(appointment.get());
        books.takeIn(appointment.get(), before, sum, takesPlace);
        if (attempt != null) {
            attempts.set(attempt, Attempt.State.PAID);
        }
    }

    /** S13: sum, currency and appointment are those of what was to be paid. */
    private static @Nullable String contradiction(News.MoneyCame came, @Nullable Attempt attempt, Payment price) {
        long amount = attempt == null ? price.amountMinor() : attempt.amountMinor();
        String currency = attempt == null ? price.currency() : attempt.currency();
        if (came.session() != null && attempt == null) {
            return "this payment page was not opened by us for this appointment";
        }
        if (!came.currency().equals(currency)) {
            return "another currency than was to be paid";
        }
        return came.amountMinor() == amount ? null : "another amount than was to be paid";
    }

    /** Ours is the one we opened; its session is not known yet when the answer got lost on its way. */
    private @Nullable Attempt attempt(
            String provider, AppointmentId appointment, @Nullable String session, @Nullable Integer number) {
        if (session == null) {
            return attempts.latest(appointment)
                    .filter(one -> one.provider().equals(provider) && one.state() == Attempt.State.OPEN)
                    .orElse(null);
        }
        return attempts.find(provider, session)
                .or(() -> number == null
                        ? Optional.empty()
                        : attempts.find(appointment, number).filter(one -> one.session() == null))
                .filter(one ->
                        one.appointment().equals(appointment) && one.provider().equals(provider))
                .orElse(null);
    }

    private void changed(String provider, News.CheckoutChanged changed) {
        AppointmentId id = new AppointmentId(changed.appointment());
        Attempt attempt = attempt(provider, id, changed.session(), changed.attempt());
        if (attempt == null) {
            return;
        }
        payments.lock(id);
        // Whatever was told before this: paid stays paid, and what failed does not begin again.
        Attempt.State state = attempts.find(id, attempt.number()).orElseThrow().state();
        Attempt.State next = Attempt.State.valueOf(changed.turn().name());
        boolean open = state == Attempt.State.OPENING || state == Attempt.State.OPEN;
        if (open || state == Attempt.State.PENDING && next == Attempt.State.FAILED) {
            attempts.set(attempt, next);
            history.add(
                    id,
                    new PaymentEvent(
                            history.now(),
                            PaymentEventKind.valueOf("CHECKOUT_" + next),
                            null,
                            provider,
                            changed.session(),
                            attempt.amountMinor(),
                            attempt.currency(),
                            ""));
        }
    }

    private void returned(Money money, Payment before, News.MoneyReturned returned) {
        boolean whole = returned.whole() == null ? returned.amountMinor() >= money.amountMinor() : returned.whole();
        if (!whole) {
            books.note(money, PaymentEventKind.REFUNDED_IN_PART, null, "a part of it went back");
            return;
        }
        // A refund that failed is not made good by an older notice about the same refund.
        boolean older =
                money.byHand() && returned.refund() != null && returned.refund().equals(money.refund());
        if (!older) {
            books.wentBack(money, before, returned.refund(), null, "told by " + money.provider());
        }
    }

    private interface Change {
        void apply(Money money, Payment before);
    }

    /** Under the lock of its appointment; nothing for a sum that never came. */
    private void about(String provider, String reference, Change change) {
        Optional<Money> found = moneys.find(provider, reference);
        if (found.isEmpty()) {
            log.info("{} told something about a payment that is not known here", provider);
            return;
        }
        UUID id = found.get().id();
        Payment before = payments.lock(found.get().appointment());
        change.apply(moneys.find(id).orElseThrow(), before);
    }
}
