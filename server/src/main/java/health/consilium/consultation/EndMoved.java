package health.consilium.consultation;

/** The doctor has extended the consultation: its end is another one. */
public record EndMoved(ConsultationView view) {}
