package health.consilium.consultation.web;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.Consultations;
import health.consilium.identity.spi.LinkReach;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The routes of the HTTP contract name the call: it belongs to whoever came in by a link of its appointment. */
@Component
class CallsOfALink implements LinkReach {
    private static final Pattern CALL =
            Pattern.compile("/api/v1/video-call/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)?");

    /** The filter chain is made before everything else. */
    private final ObjectProvider<Consultations> consultations;

    CallsOfALink(ObjectProvider<Consultations> consultations) {
        this.consultations = consultations;
    }

    @Override
    public boolean reaches(String path, UUID appointment) {
        Matcher call = CALL.matcher(path);
        return call.matches()
                && consultations
                        .getObject()
                        .find(new ConsultationId(UUID.fromString(call.group(1))))
                        .filter(view -> view.appointment().value().equals(appointment))
                        .isPresent();
    }
}
