package health.consilium.payment.spi;

/** A page on which the patient pays. @param session what the payment system calls it; @param url where the browser goes */
public record OpenedCheckout(String session, String url) {}
