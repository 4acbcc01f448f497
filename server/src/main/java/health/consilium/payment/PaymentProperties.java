package health.consilium.payment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a consultation costs.
 *
 * @param amountMinor price of a consultation in the currency's smallest unit (cents)
 * @param currency ISO 4217 code
 */
@ConfigurationProperties("consilium.payment")
public record PaymentProperties(
        @DefaultValue("4500") long amountMinor,
        @DefaultValue("EUR") String currency) {}
