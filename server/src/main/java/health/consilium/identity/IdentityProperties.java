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
 * @param attemptsPerMinute failed sign-ins that one account or one address may make in a minute
 */
@ConfigurationProperties("consilium.identity")
public record IdentityProperties(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("12h") Duration absolute,
        @DefaultValue("8h") Duration tokenLifetime,
        @DefaultValue("10") int attemptsPerMinute) {}
