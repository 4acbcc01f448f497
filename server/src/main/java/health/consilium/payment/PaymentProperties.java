package health.consilium.payment;

import health.consilium.kernel.SettingCheck;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a consultation costs.
 *
 * @param amountMinor price of a consultation in the currency's smallest unit (cents)
 * @param currency ISO 4217 code
 * @param provider how patients pay on the page: stripe, demo (the pretend checkout, demo mode only) or none (the staff marks what
 *     was paid). Empty: demo in demo mode, else none
 * @param taxPercent tax contained in the price, in percent, as receipts show it; empty: none is shown
 * @param taxNote the line about tax on receipts, for example why there is none
 * @param receiptZone the time zone in which a receipt's year begins, for example Europe/Berlin
 */
@ConfigurationProperties("consilium.payment")
public record PaymentProperties(
        @DefaultValue("4500") long amountMinor,
        @DefaultValue("EUR") String currency,
        @Nullable Way provider,
        @Nullable BigDecimal taxPercent,
        @DefaultValue("") String taxNote,
        @DefaultValue("UTC") ZoneId receiptZone) {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    /** How patients pay. */
    public enum Way {
        STRIPE,
        DEMO,
        NONE
    }

    public PaymentProperties {
        SettingCheck.atLeast("consilium.payment.amount-minor", amountMinor, 0);
        SettingCheck.require(
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(currency)),
                "consilium.payment.currency",
                currency,
                "it must be a code of ISO 4217, for example EUR");
        SettingCheck.require(
                taxPercent == null
                        || taxPercent.signum() >= 0 && taxPercent.compareTo(ALL) < 0 && taxPercent.scale() <= 2,
                "consilium.payment.tax-percent",
                String.valueOf(taxPercent),
                "it must be 0 or more and less than 100, for example 19 or 7.7");
    }
}
