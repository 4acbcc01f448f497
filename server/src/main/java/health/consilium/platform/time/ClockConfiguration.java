package health.consilium.platform.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that reads the computer's clock. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock(ClockProperties properties) {
        Clock system = Clock.systemUTC();
        return properties.offsetFile() == null ? system : new OffsetClock(system, properties.offsetFile());
    }
}
