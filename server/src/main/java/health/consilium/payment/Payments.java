package health.consilium.payment;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.util.Collection;
import java.util.Map;

/** The payments of the clinic. Every booked appointment has one; it begins as UNPAID. */
public interface Payments {
    Payment of(AppointmentId appointment);

    Map<AppointmentId, Payment> ofAll(Collection<AppointmentId> appointments);

    /**
     * Records that the money is there.
     *
     * @throws health.consilium.kernel.Problem ALREADY_PAID, APPOINTMENT_CANCELLED or NOT_FOUND
     */
    Payment markPaid(AppointmentId appointment, UserId by, String reason);

    /** Money that was paid is owed back; idempotent, and nothing when it was not paid. */
    void markRefundDue(AppointmentId appointment, String reason);
}
