package health.consilium.payment;

import health.consilium.kernel.SettingCheck;
import java.util.Currency;
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
        @DefaultValue("EUR") String currency) {
    public PaymentProperties {
        SettingCheck.atLeast("consilium.payment.amount-minor", amountMinor, 0);
        SettingCheck.require(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(currency)),
                "consilium.payment.currency",
                currency,
                "it must be a code of ISO 4217, for example EUR");
    }
}
