package health.consilium.portal;

import health.consilium.audit.NamesPatients;
import health.consilium.consultation.ConsultationSummary;
import health.consilium.identity.Role;
import health.consilium.identity.UserView;
import health.consilium.payment.PaymentStatus;
import health.consilium.portal.BookingController.IntakeJson;
import health.consilium.readiness.DeviceCheck;
import health.consilium.readiness.DeviceState;
import health.consilium.readiness.Finding;
import health.consilium.readiness.Measured;
import health.consilium.scheduling.AppointmentStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An appointment with everything a card or a page about it shows.
 *
 * @param heldUntil while it is held: when the time becomes free again unless it is paid
 * @param revision how often it was moved or given up
 * @param intake what the patient needs at the visit, if they said anything
 * @param missedAt when this viewer last missed a ring about it, until they do something about it
 */
record AppointmentJson(
        UUID id,
        PersonJson patient,
        PersonJson doctor,
        Instant start,
        Instant end,
        String reason,
        AppointmentStatus status,
        @Nullable Instant heldUntil,
        int revision,
        @Nullable IntakeJson intake,
        ChangesJson changes,
        PaymentJson payment,
        @Nullable ConsultationSummary consultation,
        @Nullable Instant missedAt,
        EntryJson entry,
        DevicesJson patientDevices,
        @Nullable DevicesJson doctorDevices)
        implements NamesPatients {

    @Override
    public Collection<UUID> patientsNamed() {
        return List.of(patient.id());
    }

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

    /**
     * What this viewer may change about it now.
     *
     * @param moveUntil the last instant at which a patient may choose another time
     * @param refund whether money that was paid comes back when this viewer cancels now
     * @param refundUntil the last instant at which it comes back to a patient who cancels
     * @param said what was told about the last change, if anything was
     */
    record ChangesJson(
            boolean move,
            Instant moveUntil,
            boolean cancel,
            boolean refund,
            Instant refundUntil,
            @Nullable String said) {}

    record PaymentJson(PaymentStatus status, long amountMinor, String currency) {}

    /**
     * What the device check found. A doctor's own stays between staff.
     *
     * @param findings none when ready or not tested
     */
    record DevicesJson(
            DeviceState state,
            Set<Finding> findings,
            @Nullable Measured measured,
            @Nullable Instant testedAt) {
        static DevicesJson of(@Nullable DeviceCheck check) {
            return check == null
                    ? new DevicesJson(DeviceState.NOT_TESTED, Set.of(), null, null)
                    : new DevicesJson(check.state(), check.findings(), check.measured(), check.testedAt());
        }
    }

    /** Whether this viewer may come in now, and if not, why. */
    record EntryJson(
            boolean allowed,
            @Nullable String code,
            @Nullable String message,
            Instant opensAt,
            Instant closesAt) {}
}
