package health.consilium.signalling.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The newest that this server has heard of a consultation. Every change is told here before it is told to any page, so
 * that a page which comes in between finds it here or hears it: what the door or an event has just read is not read again.
 * Whatever else may write to the database is seen ten seconds later at the latest.
 */
@Component
public class KnownConsultations {
    private static final Duration FRESH = Duration.ofSeconds(10);
    /** Never reached by a clinic: Caffeine, when full, passes newcomers over, and each of them is asked for again. */
    private static final int MOST = 50_000;

    private final Function<ConsultationId, Optional<ConsultationView>> database;
    private final Cache<ConsultationId, ConsultationView> known;

    @Autowired
    KnownConsultations(Consultations consultations, Ticker ticker) {
        this(consultations::find, ticker);
    }

    KnownConsultations(Function<ConsultationId, Optional<ConsultationView>> database, Ticker ticker) {
        this.database = database;
        this.known = Caffeine.newBuilder()
                .expireAfterWrite(FRESH)
                .ticker(() -> ticker.now().toNanos())
                .maximumSize(MOST)
                .executor(Runnable::run)
                .build();
    }

    /** Something older than what is known is passed over. */
    public void learn(ConsultationView view) {
        known.asMap().merge(view.id(), view, (old, fresh) -> fresh.version() < old.version() ? old : fresh);
    }

    /** What there is not is not remembered: Caffeine takes null for that. */
    @SuppressWarnings("NullAway")
    Optional<ConsultationView> find(ConsultationId id) {
        return Optional.ofNullable(
                known.get(id, unknown -> database.apply(unknown).orElse(null)));
    }
}
