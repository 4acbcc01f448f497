package health.consilium.quality.samples;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.quality.domain.Reading;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes what was collected, one batch for all calls together. A crash loses at most the last minute of samples. */
@Component
public class SampleWriter {
    private static final Logger log = LoggerFactory.getLogger(SampleWriter.class);
    /** While the database does not answer; some ten minutes of a hundred calls. */
    private static final int MOST_WAITING = 2_000;

    private final SampleBuffer buffer;
    private final SampleStore store;
    private final Clock clock;

    SampleWriter(SampleBuffer buffer, SampleStore store, Clock clock) {
        this.buffer = buffer;
        this.store = store;
        this.clock = clock;
    }

    public void add(ConsultationId consultation, UserId person, Reading reading) {
        buffer.add(consultation, person, reading);
    }

    /** Everybody's samples of one consultation, those still on their way included. */
    public Map<UUID, List<Reading>> of(ConsultationId consultation) {
        write(buffer.of(consultation));
        return store.of(consultation);
    }

    @Scheduled(fixedDelay = 5_000)
    void writeDue() {
        write(buffer.due(clock.instant()));
    }

    @PreDestroy
    void writeAll() {
        write(buffer.all());
    }

    private void write(List<Chunk> chunks) {
        if (chunks.isEmpty()) {
            return;
        }
        try {
            store.insert(chunks);
        } catch (DataAccessException e) {
            log.warn(
                    "samples of {} minutes could not be written: {}",
                    chunks.size(),
                    e.getClass().getName());
            buffer.putBack(chunks.subList(Math.max(0, chunks.size() - MOST_WAITING), chunks.size()));
        }
    }
}
