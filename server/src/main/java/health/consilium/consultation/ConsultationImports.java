package health.consilium.consultation;

import health.consilium.scheduling.AppointmentId;
import java.time.Instant;

/** Consultations that were held elsewhere or earlier, brought in as history. */
public interface ConsultationImports {
    /** Both were there from {@code liveAt} until the doctor ended it at {@code endedAt}. */
    record Held(AppointmentId appointment, Instant liveAt, Instant endedAt) {}

    void held(Held held);
}
