package health.consilium.consultation;

/** Something about the consultation changed; {@code view.version()} orders these. Lossy: a newer view replaces it. */
public record ConsultationChanged(ConsultationView view) {}
