package health.consilium.platform.config;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The installation as a whole.
 *
 * @param mode demo (seeded, one-click sign-in) or production
 * @param name the clinic's name as patients read it
 * @param baseUrl the address under which browsers reach this server, for links and the Origin check, for example
 *     https://video.clinic.example; empty: whatever address the browser used (demo only)
 */
@ConfigurationProperties("consilium")
public record ConsiliumProperties(
        @DefaultValue("production") Mode mode,
        @DefaultValue("Consilium") String name,
        @Nullable String baseUrl) {
    public boolean demo() {
        return mode == Mode.DEMO;
    }
}
