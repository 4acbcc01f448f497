package health.consilium.quality;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;

/** How good calls were. */
public interface CallQuality {
    /** Of consultations that are over; people and consultations of which nothing is known are left out. */
    Map<ConsultationId, Map<UserId, PersonFigures>> of(Collection<ConsultationId> consultations);

    /**
     * How a call that goes on is for the one of them who fares worst: 5 excellent to 1 bad, 0 nothing arrives; empty when
     * nobody's page has told anything lately.
     */
    OptionalInt now(ConsultationId consultation);
}
