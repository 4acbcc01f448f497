package health.consilium.prescription;

import health.consilium.scheduling.AppointmentId;
import java.util.Collection;
import java.util.Map;

/** What was prescribed, for lists of others. */
public interface Prescriptions {
    /** How many signed prescriptions that still hold belong to each of them; those without are left out. */
    Map<AppointmentId, Integer> signedOf(Collection<AppointmentId> appointments);
}
