package health.consilium.payment.spi;

/**
 * A payment system. It takes money and says so; whether an appointment is paid is decided by the payment module alone,
 * from what {@link #verify} made of a notice.
 */
public interface PaymentProvider {
    /** In lower case, for ever: it stands beside every sum that came this way. */
    String name();

    /** Whether patients can be sent to it. */
    boolean opensCheckouts();

    /** Whether it gives money back when asked; if not, the staff does it by hand. */
    boolean refundsByItself();

    /**
     * Opens the page on which the patient pays. The same order opens the same page however often it is asked for.
     *
     * @throws ProviderAway when it does not answer, or does not take the order
     */
    OpenedCheckout open(CheckoutOrder order);

    /** Nobody shall pay there any more. Nothing when it is closed, paid or unknown. @throws ProviderAway to be asked again */
    void close(String session);

    /**
     * What a notice says, when it is genuine and of now.
     *
     * @param body as it came, byte by byte
     * @throws health.consilium.kernel.Problem SIGNATURE_REFUSED, INVALID_REQUEST
     */
    Notice verify(NoticeHeaders headers, byte[] body);

    /** Gives a sum back, once for each order, however often it is asked. @throws ProviderAway to be asked again */
    RefundAnswer refund(RefundOrder order);
}
