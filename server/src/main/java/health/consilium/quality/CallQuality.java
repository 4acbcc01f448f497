package health.consilium.quality;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.util.Collection;
import java.util.Map;

/** How good calls were. */
public interface CallQuality {
    /** Of consultations that are over; people and consultations of which nothing is known are left out. */
    Map<ConsultationId, Map<UserId, PersonFigures>> of(Collection<ConsultationId> consultations);
}
