package health.consilium.consultation.store;

import health.consilium.kernel.store.AgedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who came, rang and left when, by the end of the consultation. That there was one, and how it ended, stays. */
@Component
class CallEventRetention extends AgedRows {
    CallEventRetention(JdbcClient jdbc) {
        super(
                jdbc,
                "call-events",
                "consultation_log where consultation in (select id from consultation_consultation where ended_at < :before)");
    }
}
