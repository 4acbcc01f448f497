package health.consilium.payment.spi;

/** A genuine notice. @param id its own name at the payment system: the same one may come more than once */
public record Notice(String id, News news) {}
