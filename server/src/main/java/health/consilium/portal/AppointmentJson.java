package health.consilium.portal;

import health.consilium.consultation.ConsultationSummary;
import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import health.consilium.payment.PaymentStatus;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An appointment with everything a card or a page about it shows. */
record AppointmentJson(
        UUID id,
        PersonJson patient,
        PersonJson doctor,
        Instant start,
        Instant end,
        String reason,
        AppointmentStatus status,
        PaymentJson payment,
        @Nullable ConsultationSummary consultation,
        EntryJson entry) {

    /** @param about a doctor's specialty; empty for patients */
    record PersonJson(UUID id, String name, Role role, String about, String zone) {
        static PersonJson of(UserView user) {
            return new PersonJson(
                    user.id().value(),
                    user.displayName(),
                    user.role(),
                    user.about(),
                    user.zone().getId());
        }
    }

    record PaymentJson(PaymentStatus status, long amountMinor, String currency) {}

    /** Whether this viewer may come in now, and if not, why. */
    record EntryJson(
            boolean allowed,
            @Nullable String code,
            @Nullable String message,
            Instant opensAt,
            Instant closesAt) {}
}
