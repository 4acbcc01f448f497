package health.consilium.quality.samples;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.quality.domain.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.springframework.stereotype.Component;

/** Collects samples, so that a minute of a person is one row and all who talk share one transaction. */
@Component
class SampleBuffer {
    /** A minute of samples every two seconds. */
    static final int CHUNK = 30;
    /** Somebody whose samples stopped is not kept waiting. */
    static final Duration OLDEST = Duration.ofSeconds(75);
    /** No honest page is faster; what is more would only fill the memory. */
    static final Duration AT_MOST_EVERY = Duration.ofSeconds(1);

    private record Key(ConsultationId consultation, UserId person) {}

    private final Map<Key, List<Reading>> open = new HashMap<>();
    private final List<Chunk> full = new ArrayList<>();

    synchronized void add(ConsultationId consultation, UserId person, Reading reading) {
        Key key = new Key(consultation, person);
        List<Reading> readings = open.computeIfAbsent(key, k -> new ArrayList<>(CHUNK));
        if (!readings.isEmpty() && reading.at().isBefore(readings.getLast().at().plus(AT_MOST_EVERY))) {
            return;
        }
        readings.add(reading);
        if (readings.size() >= CHUNK) {
            close(key, readings);
            open.remove(key);
        }
    }

    /** What is complete, or has waited long enough. */
    synchronized List<Chunk> due(Instant now) {
        return take((key, readings) -> readings.getFirst().at().isBefore(now.minus(OLDEST)));
    }

    /** And what there is of one consultation. */
    synchronized List<Chunk> of(ConsultationId consultation) {
        return take((key, readings) -> key.consultation.equals(consultation));
    }

    synchronized List<Chunk> all() {
        return take((key, readings) -> true);
    }

    /** Back in front of the queue: it could not be written now. */
    synchronized void putBack(List<Chunk> chunks) {
        full.addAll(0, chunks);
    }

    private List<Chunk> take(BiPredicate<Key, List<Reading>> ready) {
        for (Iterator<Map.Entry<Key, List<Reading>>> all = open.entrySet().iterator(); all.hasNext(); ) {
            Map.Entry<Key, List<Reading>> one = all.next();
            if (ready.test(one.getKey(), one.getValue())) {
                close(one.getKey(), one.getValue());
                all.remove();
            }
        }
        List<Chunk> taken = List.copyOf(full);
        full.clear();
        return taken;
    }

    private void close(Key key, List<Reading> readings) {
        full.add(new Chunk(key.consultation, key.person, List.copyOf(readings)));
    }
}
