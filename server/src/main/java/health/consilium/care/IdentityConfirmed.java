package health.consilium.care;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;

/**
 * The doctor has compared name and date of birth, or has taken the tick back.
 *
 * @param confirmed false: taken back
 */
public record IdentityConfirmed(
        AppointmentId appointment, UserId patient, UserId doctor, boolean confirmed, Instant at) {}
