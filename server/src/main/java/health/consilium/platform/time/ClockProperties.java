package health.consilium.platform.time;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Time, for rehearsals.
 *
 * @param offsetFile a file that holds milliseconds to add to the computer's clock; read again while running; refused
 *     in production
 */
@ConfigurationProperties("consilium.clock")
public record ClockProperties(@Nullable Path offsetFile) {}
