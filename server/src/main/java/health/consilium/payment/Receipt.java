package health.consilium.payment;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a receipt says, as it was when it was given out.
 *
 * @param number year and running number without a gap, for example 2030-000001
 * @param clinic the clinic's name
 * @param heldAt when the consultation is, or was to be
 * @param method stripe, hook, demo or staff
 * @param taxPercent contained in the amount; null: none is shown
 * @param taxNote the line about tax, for example why there is none; may be empty
 * @param refundedAmountMinor what of it went back to the patient by now
 */
public record Receipt(
        String number,
        AppointmentId appointment,
        Instant issuedAt,
        String clinic,
        UserId patient,
        UserId doctor,
        Instant heldAt,
        long amountMinor,
        String currency,
        String method,
        @Nullable BigDecimal taxPercent,
        String taxNote,
        long refundedAmountMinor) {}
