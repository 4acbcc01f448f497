package health.consilium.consultation.service;

import health.consilium.conferencing.CallWindow;
import health.consilium.consultation.ConsultationView;

/** When a consultation's room must be open. */
final class ConsultationWindow {
    private ConsultationWindow() {}

    static CallWindow of(ConsultationView view) {
        return new CallWindow(view.id().value(), view.appointment().value(), view.opensAt(), view.endsAt());
    }
}
