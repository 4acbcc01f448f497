package health.consilium.summary;

import health.consilium.scheduling.AppointmentId;
import java.util.Collection;
import java.util.Set;

/** Summaries, for lists of others. */
public interface Summaries {
    /** Those whose summary the patient can read. */
    Set<AppointmentId> releasedOf(Collection<AppointmentId> appointments);
}
