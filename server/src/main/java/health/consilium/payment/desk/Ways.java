package health.consilium.payment.desk;

import health.consilium.kernel.CannotStart;
import health.consilium.payment.PaymentProperties;
import health.consilium.payment.PaymentProperties.Way;
import health.consilium.payment.spi.PaymentProvider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The payment systems that there are, and the one that patients are sent to. Others still give back what they took. */
@Component
public class Ways {
    private final List<PaymentProvider> providers;
    private final Optional<PaymentProvider> chosen;

    public Ways(List<PaymentProvider> providers, PaymentProperties settings) {
        this.providers = List.copyOf(providers);
        this.chosen = choose(settings);
    }

    private Optional<PaymentProvider> choose(PaymentProperties settings) {
        Way wanted = settings.provider();
        if (wanted == Way.NONE) {
            return Optional.empty();
        }
        if (wanted == null) {
            return named("demo");
        }
        return Optional.of(named(wanted.name().toLowerCase(Locale.ROOT)).orElseThrow(() -> switch (wanted) {
            case STRIPE ->
                new CannotStart(
                        "Patients are to pay with Stripe, and consilium.payment.stripe.secret-key is not set.",
                        "Set it, or consilium.payment.provider=none. docs/payment.md says how.");
            case DEMO ->
                new CannotStart(
                        "The pretend checkout exists in demo mode only.",
                        "Set consilium.payment.provider to stripe or none.");
            case NONE -> new IllegalStateException();
        }));
    }

    /** Where patients pay; empty: at the clinic. */
    public Optional<PaymentProvider> chosen() {
        return chosen;
    }

    /** @param name as it stands beside a sum; empty for what the staff took, and for what is not set up any more */
    public Optional<PaymentProvider> named(String name) {
        return providers.stream().filter(one -> one.name().equals(name)).findFirst();
    }
}
