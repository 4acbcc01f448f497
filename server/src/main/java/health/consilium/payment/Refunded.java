package health.consilium.payment;

import health.consilium.scheduling.AppointmentId;

/** A sum went back to the patient. */
public record Refunded(AppointmentId appointment, long amountMinor, String currency) {}
