package health.consilium.conferencing;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who carries the calls.
 *
 * @param provider builtin: from browser to browser
 * @param roomBaseUrl address of the rooms' pages when it differs from this server's own
 */
@ConfigurationProperties("consilium.conferencing")
public record ConferencingProperties(
        @DefaultValue("builtin") String provider, @Nullable String roomBaseUrl) {}
