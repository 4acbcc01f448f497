package health.consilium.payment;

import health.consilium.scheduling.AppointmentId;

/** Somebody of the staff has to look at a payment. @param kind of the history's {@link PaymentEventKind} */
public record PaymentNeedsAttention(AppointmentId appointment, PaymentEventKind kind) {}
