package health.consilium.quality.samples;

import health.consilium.kernel.RetentionRule;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Samples of calls, a minute of a person each. What they amounted to stays. */
@Component
class SampleRetention implements RetentionRule {
    private static final String OLD = " from quality_samples where began_at < ?";

    private final JdbcClient jdbc;

    SampleRetention(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String kind() {
        return "quality-samples";
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
