package health.consilium.payment.desk;

import health.consilium.payment.Money;
import health.consilium.payment.Payment;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.spi.RefundAnswer;
import health.consilium.payment.spi.RefundOrder;
import health.consilium.payment.store.MoneyStore;
import health.consilium.payment.store.PaymentStore;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Gives money back by the payment system that took it: asked until it is done, done once. */
@Service
class Refunds {
    private final MoneyStore moneys;
    private final PaymentStore payments;
    private final Books books;
    private final Ways ways;
    private final TransactionTemplate transaction;

    Refunds(MoneyStore moneys, PaymentStore payments, Books books, Ways ways, TransactionTemplate transaction) {
        this.moneys = moneys;
        this.payments = payments;
        this.books = books;
        this.ways = ways;
        this.transaction = transaction;
    }

    /** @throws health.consilium.payment.spi.ProviderAway to be called again */
    void attempt(UUID id) {
        Money money = moneys.find(id).orElseThrow();
        if (money.state() != Money.State.REFUND_DUE || money.byHand() || money.refund() != null) {
            return;
        }
        RefundAnswer answer = ways.named(money.provider())
                .filter(PaymentProvider::refundsByItself)
                .map(way -> way.refund(new RefundOrder(
                        money.id(),
                        money.appointment().value(),
                        money.reference(),
                        money.amountMinor(),
                        money.currency())))
                .orElseGet(() -> new RefundAnswer(
                        RefundAnswer.State.REFUSED, null, money.provider() + " is not set up any more"));
        transaction.executeWithoutResult(status -> record(id, answer));
    }

    private void record(UUID id, RefundAnswer answer) {
        Payment before = payments.lock(moneys.find(id).orElseThrow().appointment());
        Money money = moneys.find(id).orElseThrow();
        if (money.state() != Money.State.REFUND_DUE || money.byHand()) {
            return;
        }
        switch (answer.state()) {
            case DONE -> books.wentBack(money, before, answer.reference(), null, "");
            case ON_ITS_WAY -> books.sent(money, answer.reference());
            case REFUSED -> books.refundFailed(money, before, answer.reference(), answer.words());
        }
    }
}
