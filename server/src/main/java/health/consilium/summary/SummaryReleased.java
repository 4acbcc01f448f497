package health.consilium.summary;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;

/** The patient can read what was agreed; version 2 and later correct the one before. */
public record SummaryReleased(AppointmentId appointment, int version, UserId patient, UserId doctor) {}
