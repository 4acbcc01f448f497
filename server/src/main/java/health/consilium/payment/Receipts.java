package health.consilium.payment;

import health.consilium.scheduling.AppointmentId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Receipts for payments. Their numbers have no gap within a year. */
public interface Receipts {
    /** The receipt of the sum that paid this appointment, if any did. */
    Optional<Receipt> of(AppointmentId appointment);

    /** Their numbers, for lists. */
    Map<AppointmentId, String> numbers(Collection<AppointmentId> appointments);
}
