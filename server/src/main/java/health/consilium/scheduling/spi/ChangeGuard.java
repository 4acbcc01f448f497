package health.consilium.scheduling.spi;

import health.consilium.scheduling.AppointmentId;

/**
 * Asked before a firm appointment is moved or given up, in the transaction of the change. Whoever answers locks what must
 * not move meanwhile: so everybody locks in the same order, the guard's rows first and then the appointment's.
 */
public interface ChangeGuard {
    /** @throws health.consilium.kernel.Problem when it is too late for a change */
    void beforeChange(AppointmentId appointment);
}
