package health.consilium.payment.spi;

/** Where a payment system's genuine notices go. */
public interface PaymentDesk {
    /** Takes a notice once, with everything that follows from it, in one transaction. @param provider its name */
    void take(String provider, Notice notice);
}
