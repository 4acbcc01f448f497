package health.consilium.readiness;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.util.Collection;
import java.util.Map;

/** Device checks of appointments. They are kept as long as their appointment stands. */
public interface DeviceChecks {
    /** By appointment and person; whoever has not tested is not there. */
    Map<AppointmentId, Map<UserId, DeviceCheck>> ofAll(Collection<AppointmentId> appointments);

    /** Replaces an earlier check of that person. */
    void save(AppointmentId appointment, UserId person, DeviceCheck check);

    void forget(AppointmentId appointment);
}
