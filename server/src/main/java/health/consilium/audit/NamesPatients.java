package health.consilium.audit;

import java.util.Collection;
import java.util.UUID;

/**
 * A list, or a line of one, that shows patients by name. Of a route that {@link ShowsHealthData}, each of them can see who was
 * shown it: one entry a person (IHE BALP), once in 15 minutes as all looks.
 */
public interface NamesPatients {
    /** Those whose names are shown; may hold somebody twice. */
    Collection<UUID> patientsNamed();
}
