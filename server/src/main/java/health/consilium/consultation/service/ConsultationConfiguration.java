package health.consilium.consultation.service;

import health.consilium.consultation.ConsultationProperties;
import health.consilium.consultation.domain.Lifecycle;
import health.consilium.consultation.domain.Limits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ConsultationConfiguration {
    @Bean
    Limits limits(ConsultationProperties p) {
        return new Limits(p.opensBefore(), p.noShowAfter(), p.grace(), p.ring(), p.extension(), p.warnings());
    }

    @Bean
    Lifecycle lifecycle(Limits limits) {
        return new Lifecycle(limits);
    }
}
