package health.consilium.care.store;

import health.consilium.scheduling.AppointmentCancelled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Nobody needs to know where somebody would have been. */
@Component
class ForgottenVisits {
    private final VisitStore visits;

    ForgottenVisits(VisitStore visits) {
        this.visits = visits;
    }

    @ApplicationModuleListener
    void on(AppointmentCancelled cancelled) {
        visits.forget(cancelled.appointment().id());
    }
}
