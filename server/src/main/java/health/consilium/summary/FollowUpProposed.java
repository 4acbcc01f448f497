package health.consilium.summary;

import health.consilium.identity.UserId;
import health.consilium.scheduling.AppointmentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The doctor would like to see the patient again.
 *
 * @param day around which
 * @param at when the doctor named a time
 */
public record FollowUpProposed(
        AppointmentId appointment,
        UserId patient,
        UserId doctor,
        LocalDate day,
        @Nullable Instant at) {}
