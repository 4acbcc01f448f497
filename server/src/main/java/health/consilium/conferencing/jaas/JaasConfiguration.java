package health.consilium.conferencing.jaas;

import health.consilium.conferencing.jitsi.JitsiSources;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** JaaS is there when its AppID is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("consilium.conferencing.jaas.app-id")
class JaasConfiguration {
    @Bean
    JaasProvider jaasProvider(JaasProperties settings, Clock clock) {
        return new JaasProvider(settings, clock);
    }

    @Bean
    JitsiSources jaasSources() {
        return new JitsiSources(JaasProperties.DOMAIN);
    }
}
