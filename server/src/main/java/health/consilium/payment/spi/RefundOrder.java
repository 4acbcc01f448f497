package health.consilium.payment.spi;

import java.util.UUID;

/** A sum to be given back as a whole. @param id one order, one refund; @param reference the payment it undoes */
public record RefundOrder(UUID id, UUID appointment, String reference, long amountMinor, String currency) {}
