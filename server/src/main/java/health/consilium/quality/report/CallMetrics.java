package health.consilium.quality.report;

import health.consilium.consultation.EndReason;
import health.consilium.identity.Role;
import health.consilium.quality.PersonQuality;
import health.consilium.signalling.frame.ClientFrame.Wait;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Calls as Prometheus sees them (docs/metrics.md). No label names a person or a consultation. */
@Component
public class CallMetrics {
    private static final Duration[] SET_UP =
            millis(100, 250, 500, 750, 1_000, 1_500, 2_000, 3_000, 5_000, 10_000, 30_000);
    private static final Duration[] RECONNECT = millis(250, 500, 1_000, 2_000, 3_000, 5_000, 10_000, 30_000, 60_000);
    private static final double[] OPINION = {1.5, 2, 2.5, 3, 3.5, 3.8, 4, 4.2, 4.4};

    private final MeterRegistry registry;

    CallMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    /** So that a scrape before the first call shows zeros, and rates work from the first one on. */
    @jakarta.annotation.PostConstruct
    void begin() {
        for (EndReason reason : EndReason.values()) {
            ended(reason);
        }
        for (Role role : new Role[] {Role.PATIENT, Role.DOCTOR}) {
            timer(Wait.setUp, role);
            timer(Wait.reconnect, role);
        }
    }

    public void waited(Wait what, Role role, int millis) {
        timer(what, role).record(Duration.ofMillis(millis));
    }

    void over(EndReason reason) {
        ended(reason).increment();
    }

    void heard(PersonQuality quality) {
        if (quality.opinion() != null) {
            DistributionSummary.builder("consilium.call.mos")
                    .description(
                            "How the sound that one side of a call heard would be rated, 1 to 4.5 (median of the call)")
                    .serviceLevelObjectives(OPINION)
                    .register(registry)
                    .record(quality.opinion().median());
        }
    }

    private Counter ended(EndReason reason) {
        return Counter.builder("consilium.calls.ended")
                .description("Consultations that are over, by the reason they ended for")
                .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                .register(registry);
    }

    private Timer timer(Wait what, Role role) {
        boolean setUp = what == Wait.setUp;
        return Timer.builder(setUp ? "consilium.call.setup" : "consilium.call.reconnect")
                .description(
                        setUp
                                ? "From both being here to the first picture or sound, as the page saw it"
                                : "From a broken connection to one that works, as the page saw it")
                .tag("role", role.name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(setUp ? SET_UP : RECONNECT)
                .register(registry);
    }

    private static Duration[] millis(long... values) {
        return java.util.Arrays.stream(values).mapToObj(Duration::ofMillis).toArray(Duration[]::new);
    }
}
