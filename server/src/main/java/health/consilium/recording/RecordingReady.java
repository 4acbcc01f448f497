package health.consilium.recording;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.util.UUID;

/**
 * A recording is over, all of it is here, and there is something in it to watch. Told in the transaction that keeps what was
 * found out about it; told again when a part came after all.
 */
public record RecordingReady(UUID recording, AppointmentId appointment, UserId patient, UserId doctor) {}
