package health.consilium.prescription.web;

import health.consilium.identity.spi.LinkReach;
import health.consilium.prescription.store.PrescriptionStore;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A prescription belongs to whoever came in by a link of its appointment. */
@Component
class PrescriptionsOfALink implements LinkReach {
    private static final Pattern PRESCRIPTION =
            Pattern.compile("/api/v1/prescriptions/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(/.*)?");

    /** The filter chain is made before everything else. */
    private final ObjectProvider<PrescriptionStore> prescriptions;

    PrescriptionsOfALink(ObjectProvider<PrescriptionStore> prescriptions) {
        this.prescriptions = prescriptions;
    }

    @Override
    public boolean reaches(String path, UUID appointment) {
        Matcher prescription = PRESCRIPTION.matcher(path);
        return prescription.matches()
                && prescriptions
                        .getObject()
                        .find(UUID.fromString(prescription.group(1)))
                        .filter(head -> head.appointment().value().equals(appointment))
                        .isPresent();
    }
}
