package health.consilium.conferencing.jitsi;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A Jitsi of the clinic's own is there when its domain is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("consilium.conferencing.jitsi.domain")
class JitsiConfiguration {
    @Bean
    JitsiProvider jitsiProvider(JitsiProperties settings, Clock clock) {
        return new JitsiProvider(settings, clock);
    }

    @Bean
    JitsiSources jitsiSources(JitsiProperties settings) {
        return new JitsiSources(settings.base());
    }
}
