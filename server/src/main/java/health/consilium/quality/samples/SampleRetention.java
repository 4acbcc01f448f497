package health.consilium.quality.samples;

import health.consilium.kernel.store.AgedRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Samples of calls, a minute of a person each. What they amounted to stays. */
@Component
class SampleRetention extends AgedRows {
    SampleRetention(JdbcClient jdbc) {
        super(jdbc, "quality-samples", "quality_samples where began_at < :before");
    }
}
