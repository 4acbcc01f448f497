package health.consilium.payment.spi;

import health.consilium.scheduling.AppointmentId;
import java.time.Instant;

/**
 * What is to be paid. Equal orders are one order.
 *
 * @param attempt counts the patient's tries for this appointment, from 1
 * @param amountMinor in the currency's smallest unit (cents)
 * @param currency ISO 4217, in capitals
 * @param label what the payment page calls it; no health data
 * @param base address of our pages, without a slash at its end
 * @param expiresAt until when it can be paid; whole seconds
 */
public record CheckoutOrder(
        AppointmentId appointment,
        int attempt,
        long amountMinor,
        String currency,
        String label,
        String locale,
        String base,
        Instant expiresAt) {}
