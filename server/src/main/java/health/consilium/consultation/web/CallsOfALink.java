package health.consilium.consultation.web;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.spi.LinkReach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The routes of the HTTP contract name the call: it belongs to whoever came in by a link of its appointment. */
@Configuration(proxyBeanMethods = false)
class CallsOfALink {
    /** @param consultations later: the filter chain is made before everything else */
    @Bean
    LinkReach callsReach(ObjectProvider<Consultations> consultations) {
        return LinkReach.byId(
                "video-call",
                id -> consultations
                        .getObject()
                        .find(new ConsultationId(id))
                        .map(view -> view.appointment().value()));
    }
}
