package health.consilium.platform.web;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Counts and logs what browsers report, no more of it than a person would read. */
@Component
class BrowserReports {
    private static final Logger log = LoggerFactory.getLogger(BrowserReports.class);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int A_WINDOW = 60;
    private static final int IN_ONE = 20;

    private final MeterRegistry metrics;
    private final Clock clock;
    private Instant window = Instant.EPOCH;
    private int taken;

    BrowserReports(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** @return seconds to wait when there have been too many, else 0 */
    synchronized long full() {
        Instant now = clock.instant();
        if (!now.isBefore(window.plus(WINDOW)) || now.isBefore(window)) {
            window = now;
            taken = 0;
        }
        return taken++ < A_WINDOW
                ? 0
                : Math.max(1, Duration.between(now, window.plus(WINDOW)).toSeconds());
    }

    void take(JsonNode body, String host) {
        for (JsonNode report : violations(body)) {
            Violation violation = Violation.of(report, host);
            metrics.counter("consilium.csp.violations", "directive", violation.directive())
                    .increment();
            log.warn("a page tried what its policy forbids: {} {}", violation.directive(), violation.blocked());
        }
    }

    /** One in a member of its own, or a list of which some are about other things. */
    private static List<JsonNode> violations(JsonNode body) {
        List<JsonNode> found = new ArrayList<>();
        if (body.path("csp-report").isObject()) {
            found.add(body.path("csp-report"));
        }
        if (body.isArray()) {
            for (JsonNode report : body) {
                if (report.path("type").asString("").equals("csp-violation") && found.size() < IN_ONE) {
                    found.add(report.path("body"));
                }
            }
        }
        return found;
    }
}
