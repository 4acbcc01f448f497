package health.consilium.consultation.store;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who came, rang and left when, by the end of the consultation. That there was one, and how it ended, stays. */
@Component
class CallEventRetention implements RetentionRule {
    private static final String OLD =
            " from consultation_log where consultation in (select id from consultation_consultation where ended_at < ?)";

    private final JdbcClient jdbc;

    CallEventRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "call-events";
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
