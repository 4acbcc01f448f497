package health.consilium.care.store;

import health.consilium.kernel.store.AgedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody was during a visit is nobody's business for longer than it may be needed. */
@Component
class VisitRetention extends AgedRows {
    VisitRetention(JdbcClient jdbc) {
        super(jdbc, "visits", "care_visit where ends_at < :before");
    }
}
