package health.consilium.consultation;

import health.consilium.identity.UserId;
import org.jspecify.annotations.Nullable;

/** The ring of a consultation started or was settled. */
public record RingChanged(
        ConsultationView view,
        UserId caller,
        UserId callee,
        State state,
        @Nullable DeclineReason why,
        @Nullable String note) {

    public enum State {
        RINGING,
        /** Ringing, but the callee is in another call. */
        BUSY,
        ACCEPTED,
        DECLINED,
        CANCELLED,
        /** Nobody answered in time. */
        MISSED
    }
}
