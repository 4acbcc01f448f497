package health.consilium.identity;

import java.time.Duration;
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
 */
@ConfigurationProperties("consilium.identity")
public record IdentityProperties(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("8h") Duration tokenLifetime,
        @DefaultValue("10") int attemptsPerMinute,
        @DefaultValue("100") int attemptsPerAddress) {}
