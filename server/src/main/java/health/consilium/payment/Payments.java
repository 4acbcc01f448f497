package health.consilium.payment;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The payments of the clinic. Every booked appointment has one; it begins as UNPAID. */
public interface Payments {
    Payment of(AppointmentId appointment);

    Map<AppointmentId, Payment> ofAll(Collection<AppointmentId> appointments);

    /**
     * Records that the money is there.
     *
     * @throws health.consilium.kernel.Problem ALREADY_PAID, APPOINTMENT_CANCELLED, SLOT_TAKEN or NOT_FOUND
     */
    Payment markPaid(AppointmentId appointment, UserId by, String reason);

    /**
     * Records that somebody of the staff gave back by hand all that was owed by hand.
     *
     * @throws health.consilium.kernel.Problem NO_REFUND_DUE, or REFUND_UNDERWAY when the payment system does it
     */
    Payment markRefunded(AppointmentId appointment, UserId by, String reason);

    /** Money that was paid is owed back; idempotent, and nothing when it was not paid. */
    void markRefundDue(AppointmentId appointment, String reason);

    /** The sums that came for these appointments, oldest first; those without any are left out. */
    Map<AppointmentId, List<Money>> moneyOf(Collection<AppointmentId> appointments);

    /** All sums that are owed back, oldest first. */
    List<Money> due();

    /** What stands so among the payments that were begun; an appointment without one is UNPAID. */
    Set<AppointmentId> withStatus(Set<PaymentStatus> statuses);

    /** What happened, oldest first. */
    List<PaymentEvent> history(AppointmentId appointment);
}
