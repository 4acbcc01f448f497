package health.consilium.scheduling;

/** A slot was booked. */
public record AppointmentBooked(Appointment appointment) {}
