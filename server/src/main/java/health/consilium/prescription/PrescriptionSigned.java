package health.consilium.prescription;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.util.UUID;

/** A version was signed; told in the transaction that keeps it. Version 2 and later supersede the one before. */
public record PrescriptionSigned(
        UUID prescription, int version, AppointmentId appointment, UserId patient, UserId doctor) {}
