package health.consilium.prescription;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.util.UUID;

/** The doctor took a signed prescription back; none of its versions is good any more. */
public record PrescriptionWithdrawn(UUID prescription, AppointmentId appointment, UserId patient, UserId doctor) {}
