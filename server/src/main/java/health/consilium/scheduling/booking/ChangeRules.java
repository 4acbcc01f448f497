package health.consilium.scheduling.booking;

import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.scheduling.Appointment;
import health.consilium.scheduling.AppointmentStatus;
import health.consilium.scheduling.Bookings.Changes;
import health.consilium.scheduling.SchedulingProperties;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Who may move or give up an appointment, until when, and whose money comes back. */
@Component
class ChangeRules {
    private final SchedulingProperties settings;

    ChangeRules(SchedulingProperties settings) {
        this.settings = settings;
    }

    Changes changes(Appointment a, CurrentUser who, Instant now) {
        Instant moveUntil = a.start().minus(settings.rescheduleUntil());
        Instant refundUntil = a.start().minus(settings.refundUntil());
        boolean open = (a.status() == AppointmentStatus.BOOKED || a.status() == AppointmentStatus.HELD)
                && now.isBefore(a.end());
        boolean patient = who.is(Role.PATIENT);
        boolean move = open
                && !who.is(Role.DOCTOR)
                && (!patient || a.status() == AppointmentStatus.HELD || !now.isAfter(moveUntil));
        return new Changes(move, moveUntil, open, open && refund(a, who, now), refundUntil);
    }

    /** The clinic's doing never costs the patient anything; the patient's own does when it comes late. */
    boolean refund(Appointment a, CurrentUser who, Instant now) {
        return !who.is(Role.PATIENT) || !now.isAfter(a.start().minus(settings.refundUntil()));
    }

    /** @throws Problem why not */
    void mayMove(Appointment a, CurrentUser who, Instant now) {
        if (who.is(Role.DOCTOR)) {
            throw new Problem(ErrorCode.FORBIDDEN, "The patient or the clinic's desk chooses another time.");
        }
        switch (a.status()) {
            case EXPIRED, CANCELLED ->
                throw new Problem(
                        ErrorCode.APPOINTMENT_CANCELLED, "This appointment is cancelled. Please book a new one.");
            case COMPLETED, NO_SHOW -> throw over();
            case HELD, BOOKED -> {
                if (!now.isBefore(a.end())) {
                    throw over();
                }
            }
        }
        if (!changes(a, who, now).move()) {
            Instant until = a.start().minus(settings.rescheduleUntil());
            throw new Problem(
                    ErrorCode.CHANGE_TOO_LATE,
                    "This appointment begins too soon to be moved. Please call the clinic, or cancel it.",
                    Map.of("until", until.toString()));
        }
    }

    private static Problem over() {
        return new Problem(ErrorCode.TOO_LATE, "The time of this appointment is over. Please book a new one.");
    }
}
