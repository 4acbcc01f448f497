package health.consilium.scheduling;

/** A slot is firmly booked: at once by staff, or when a held one was paid. Told once an appointment. */
public record AppointmentBooked(Appointment appointment) {}
