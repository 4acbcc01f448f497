package health.consilium.recording.segments;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.segments.Verifier.Report;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that an administrator has started on a page. An hour of a recording takes a while: one at a time, in the background. */
@Component
public class Checks {
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int MOST = 1_000;

    /** How a check stands. */
    public enum State {
        RUNNING,
        DONE,
        /** The store of recordings does not answer, so nothing is known. */
        AWAY,
        /** It broke off for another reason. */
        BROKEN
    }

    /** @param parts how many there are to read; @param read how many have been; @param report once it is done */
    public record Check(
            UUID recording,
            State state,
            int parts,
            int read,
            @Nullable Report report) {}

    private final Verifier verifier;
    private final Segments segments;
    private final ExecutorService one = Executors.newSingleThreadExecutor(
            Thread.ofVirtual().name("recording-check").factory());
    private final Cache<UUID, Check> checks =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(MOST).build();

    Checks(Verifier verifier, Segments segments) {
        this.verifier = verifier;
        this.segments = segments;
    }

    /** One that runs is not begun anew. */
    public Check start(UUID recording) {
        return checks.asMap().compute(recording, (id, known) -> {
            if (known != null && known.state == State.RUNNING) {
                return known;
            }
            int parts = segments.count(id);
            one.execute(() -> run(id, parts));
            return new Check(id, State.RUNNING, parts, 0, null);
        });
    }

    public Optional<Check> find(UUID recording) {
        return Optional.ofNullable(checks.getIfPresent(recording));
    }

    private void run(UUID id, int parts) {
        Check check = new Check(id, State.BROKEN, parts, 0, null);
        try {
            Report report =
                    verifier.verify(id, read -> checks.put(id, new Check(id, State.RUNNING, parts, read, null)));
            check = new Check(id, State.DONE, report.segments(), report.segments(), report);
        } catch (Problem problem) {
            State state = problem.code() == ErrorCode.STORAGE_AWAY ? State.AWAY : State.BROKEN;
            check = new Check(id, state, parts, 0, null);
        } finally {
            checks.put(id, check);
        }
    }

    @PreDestroy
    void stop() {
        one.shutdownNow();
    }
}
