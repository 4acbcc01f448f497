package health.consilium.platform.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept.
 *
 * @param directory everything that must survive: database, secrets, files; readable by its owner only
 */
@ConfigurationProperties("consilium.data")
public record DataProperties(@DefaultValue(".consilium") Path directory) {}
