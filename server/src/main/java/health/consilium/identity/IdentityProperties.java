package health.consilium.identity;

import health.consilium.kernel.SettingCheck;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Signing in.
 *
 * @param idle a browser session ends after this long without a request, but not during a call
 * @param absolute a browser session ends after this long in any case
 * @param tokenLifetime how long a bearer token of the HTTP contract is good
 * @param attemptsPerMinute failed sign-ins for one account in a minute, before it has to wait
 * @param attemptsPerAddress failed sign-ins from one address in a minute, before it has to wait
 * @param metricsToken what Prometheus shows as its bearer token to read /actuator/prometheus, 24 characters or more;
 *     empty: administrators only
 */
@ConfigurationProperties("consilium.identity")
public record IdentityProperties(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("8h") Duration tokenLifetime,
        @DefaultValue("10") int attemptsPerMinute,
        @DefaultValue("100") int attemptsPerAddress,
        @Nullable String metricsToken) {
    private static final int SHORTEST_TOKEN = 24;

    public IdentityProperties {
        SettingCheck.positive("consilium.identity.idle", idle);
        SettingCheck.positive("consilium.identity.absolute", absolute);
        SettingCheck.positive("consilium.identity.token-lifetime", tokenLifetime);
        SettingCheck.atLeast("consilium.identity.attempts-per-minute", attemptsPerMinute, 1);
        SettingCheck.atLeast("consilium.identity.attempts-per-address", attemptsPerAddress, 1);
        if (metricsToken != null && metricsToken.length() < SHORTEST_TOKEN) {
            throw new IllegalArgumentException(
                    "consilium.identity.metrics-token needs " + SHORTEST_TOKEN + " characters or more.");
        }
    }

    @Override
    public String toString() {
        return "IdentityProperties[idle=" + idle + ", absolute=" + absolute + "]";
    }
}
