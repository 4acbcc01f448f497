package health.consilium.payment;

/**
 * The payment of one appointment.
 *
 * @param amountMinor in the currency's smallest unit (cents)
 * @param currency ISO 4217
 */
public record Payment(PaymentStatus status, long amountMinor, String currency) {}
