package health.consilium.readiness.store;

import health.consilium.scheduling.AppointmentCancelled;
import health.consilium.scheduling.AppointmentId;
import health.consilium.scheduling.Appointments;
import java.util.Set;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** A check serves its appointment; with the appointment it goes. */
@Component
class Retention {
    private static final long SIX_HOURS_MS = 6 * 3_600_000L;

    private final CheckStore checks;
    private final Appointments appointments;

    Retention(CheckStore checks, Appointments appointments) {
        this.checks = checks;
        this.appointments = appointments;
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled cancelled) {
        checks.forget(cancelled.appointment().id());
    }

    /** Nobody tells when an appointment is erased. */
    @Scheduled(initialDelay = SIX_HOURS_MS, fixedDelay = SIX_HOURS_MS)
    void sweep() {
        Set<AppointmentId> tested = checks.appointments();
        Set<AppointmentId> known = appointments.known(tested);
        tested.stream().filter(id -> !known.contains(id)).forEach(checks::forget);
    }
}
