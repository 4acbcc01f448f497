package health.consilium.payment;

import health.consilium.scheduling.AppointmentId;

/**
 * A sum is owed back to the patient.
 *
 * @param byHand whether the staff has to give it back
 * @param why a word of the payment module, for example DOCTOR_NO_SHOW, TOO_LATE, PAID_TWICE, WRONG_SUM
 */
public record RefundDue(AppointmentId appointment, long amountMinor, String currency, boolean byHand, String why) {}
