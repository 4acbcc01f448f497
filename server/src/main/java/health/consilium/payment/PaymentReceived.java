package health.consilium.payment;

import health.consilium.scheduling.AppointmentId;

/** An appointment is paid, told exactly once. @param receipt the number of its receipt; see {@link Receipts} */
public record PaymentReceived(AppointmentId appointment, String receipt) {}
