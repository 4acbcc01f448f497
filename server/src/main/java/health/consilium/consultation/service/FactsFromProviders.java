package health.consilium.consultation.service;

import health.consilium.conferencing.Attended;
import health.consilium.conferencing.Rooms;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.kernel.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What the provider of the room tells counts like what our own pages tell (row A8). Whoever is not of this consultation, and
 * what is told of one that is over, changes nothing.
 */
@Component
class FactsFromProviders {
    private static final Logger log = LoggerFactory.getLogger(FactsFromProviders.class);

    private final Consultations consultations;
    private final Rooms rooms;

    FactsFromProviders(Consultations consultations, Rooms rooms) {
        this.consultations = consultations;
        this.rooms = rooms;
    }

    @ApplicationModuleListener
    void on(Attended attended) {
        boolean in = rooms.isIn(attended.consultation(), attended.person());
        ConsultationId id = new ConsultationId(attended.consultation());
        UserId person = new UserId(attended.person());
        boolean counts = consultations
                .find(id)
                .filter(view -> !view.ended() && view.isParticipant(person))
                .isPresent();
        if (counts) {
            tell(id, person, in);
        }
    }

    private void tell(ConsultationId id, UserId person, boolean in) {
        try {
            if (in) {
                consultations.arrived(id, person);
                consultations.mediaUp(id, person);
            } else {
                consultations.linkLost(id, person);
            }
        } catch (Problem refused) {
            log.info("consultation {}: the provider's news came at no time for it ({})", id, refused.code());
        }
    }
}
