package health.consilium.consultation;

/** Terminal and told exactly once per consultation; listeners are idempotent by its id. */
public record ConsultationEnded(ConsultationView view) {}
