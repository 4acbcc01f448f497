package health.consilium.feedback;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What people said about their calls. */
public interface Ratings {
    /**
     * One person's rating.
     *
     * @param stars 1 to 5
     * @param issues AUDIO, VIDEO, CONNECTION, OTHER
     * @param remark in their words; may be empty
     */
    record Given(UserId person, int stars, List<String> issues, String remark) {}

    /** Many at once; consultations nobody rated are left out. */
    Map<ConsultationId, List<Given>> of(Collection<ConsultationId> consultations);
}
