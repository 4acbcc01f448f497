package health.consilium.care.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where somebody was during a visit is nobody's business for longer than it may be needed. */
@Component
class VisitRetention implements RetentionRule {
    private static final String OLD = " from care_visit where ends_at < ?";

    private final JdbcClient jdbc;

    VisitRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "visits";
    }

    @Override
    public int due(Instant before) {
        return jdbc.sql("select count(*)" + OLD)
                .param(before.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    @Override
    public int delete(Instant before) {
        return jdbc.sql("delete" + OLD).param(before.atOffset(ZoneOffset.UTC)).update();
    }
}
