package health.consilium.prescription.web;

import health.consilium.identity.spi.LinkReach;
import health.consilium.prescription.store.PrescriptionStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A prescription belongs to whoever came in by a link of its appointment. */
@Configuration(proxyBeanMethods = false)
class PrescriptionsOfALink {
    /** @param prescriptions later: the filter chain is made before everything else */
    @Bean
    LinkReach prescriptionsReach(ObjectProvider<PrescriptionStore> prescriptions) {
        return LinkReach.byId(
                "prescriptions",
                id -> prescriptions
                        .getObject()
                        .find(id)
                        .map(head -> head.appointment().value()));
    }
}
