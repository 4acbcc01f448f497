package health.consilium.recording.web;

import health.consilium.consultation.Consultations;
import health.consilium.identity.spi.LinkReach;
import health.consilium.recording.store.RecordingStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A recording belongs to whoever came in by a link of its appointment. */
@Configuration(proxyBeanMethods = false)
class RecordingsOfALink {
    /** Both later: the filter chain is made before everything else. */
    @Bean
    LinkReach recordingsReach(ObjectProvider<RecordingStore> recordings, ObjectProvider<Consultations> consultations) {
        return LinkReach.byId(
                "recordings",
                id -> recordings
                        .getObject()
                        .find(id)
                        .flatMap(found -> consultations.getObject().find(found.consultation()))
                        .map(view -> view.appointment().value()));
    }
}
