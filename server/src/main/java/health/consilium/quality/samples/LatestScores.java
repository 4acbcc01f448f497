package health.consilium.quality.samples;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** How everybody in a call fares right now. Pages tell it every two seconds, so nothing is lost with the memory. */
@Component
public class LatestScores {
    /** Whoever was silent for as long is not in the call, or nothing is known of them. */
    public static final Duration FRESH = Duration.ofSeconds(15);

    private record Seen(int score, Instant at) {}

    private final Map<ConsultationId, Map<UserId, Seen>> calls = new ConcurrentHashMap<>();
    private final Clock clock;

    LatestScores(Clock clock) {
        this.clock = clock;
    }

    /** @param score 5 excellent to 1 bad, 0 nothing arrives */
    public void add(ConsultationId call, UserId person, int score) {
        calls.computeIfAbsent(call, id -> new ConcurrentHashMap<>()).put(person, new Seen(score, clock.instant()));
    }

    /** Of the one who fares worst; empty when nobody has told anything lately. */
    public OptionalInt worst(ConsultationId call) {
        Instant since = clock.instant().minus(FRESH);
        return calls.getOrDefault(call, Map.of()).values().stream()
                .filter(seen -> !seen.at().isBefore(since))
                .mapToInt(Seen::score)
                .min();
    }

    /** It is over. */
    public void forget(ConsultationId call) {
        calls.remove(call);
    }
}
