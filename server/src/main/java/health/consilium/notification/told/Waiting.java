package health.consilium.notification.told;

import health.consilium.consultation.ConsultationView;

/** Who waits for whom. */
final class Waiting {
    private Waiting() {}

    /** The doctor is there and the patient is not; whoever was in the conversation already knows their way. */
    static boolean forPatient(ConsultationView view) {
        return !view.ended()
                && view.firstLiveAt() == null
                && view.present().contains(view.doctor())
                && !view.present().contains(view.patient());
    }
}
