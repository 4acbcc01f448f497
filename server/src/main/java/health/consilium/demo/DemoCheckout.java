package health.consilium.demo;

import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.payment.spi.CheckoutOrder;
import health.consilium.payment.spi.Notice;
import health.consilium.payment.spi.NoticeHeaders;
import health.consilium.payment.spi.OpenedCheckout;
import health.consilium.payment.spi.PaymentProvider;
import health.consilium.payment.spi.RefundAnswer;
import health.consilium.payment.spi.RefundOrder;
import org.springframework.stereotype.Component;

/** The pretend checkout: a page of ours that plays the bank. No money moves. */
@DemoMode
@Component
class DemoCheckout implements PaymentProvider {
    static final String NAME = "demo";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean opensCheckouts() {
        return true;
    }

    @Override
    public boolean refundsByItself() {
        return true;
    }

    @Override
    public OpenedCheckout open(CheckoutOrder order) {
        return new OpenedCheckout(
                "demo-" + order.appointment() + "-" + order.attempt(),
                order.base() + "/checkout/" + order.appointment() + "/pretend");
    }

    @Override
    public void close(String session) {
        // The page asks before it pretends.
    }

    @Override
    public Notice verify(NoticeHeaders headers, byte[] body) {
        throw new Problem(ErrorCode.NOT_FOUND, "The pretend checkout tells nothing this way.");
    }

    @Override
    public RefundAnswer refund(RefundOrder order) {
        return new RefundAnswer(RefundAnswer.State.DONE, "demo-refund-" + order.id(), "");
    }
}
