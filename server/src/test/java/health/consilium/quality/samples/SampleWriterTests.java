package health.consilium.quality.samples;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.UserId;
import health.consilium.quality.Sights;
import health.consilium.quality.domain.Reading;
import health.consilium.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;

/** When samples are written, and what happens when they cannot be. */
class SampleWriterTests {
    private final MutableClock clock = new MutableClock(Instant.parse("2030-01-07T09:00:00Z"));
    private final Table table = new Table();
    private final SampleWriter writer = new SampleWriter(new SampleBuffer(), table, clock);
    private final ConsultationId call = new ConsultationId(UUID.randomUUID());

    /** The table, or a database that does not answer. */
    private static final class Table extends SampleStore {
        private final List<List<Chunk>> batches = new ArrayList<>();
        private boolean broken;

        Table() {
            super(new JdbcTemplate());
        }

        @Override
        public void insert(List<Chunk> chunks) {
            if (broken) {
                throw new QueryTimeoutException("no answer");
            }
            batches.add(chunks);
        }
    }

    private void aMinuteOf(int people) {
        for (int sample = 0; sample < SampleBuffer.CHUNK; sample++) {
            for (int person = 0; person < people; person++) {
                writer.add(call, new UserId(new UUID(0, person)), Reading.of(clock.instant(), Sights.good()));
            }
            clock.advance(Duration.ofSeconds(2));
        }
    }

    @Test
    @DisplayName("Q6: a minute of a hundred people is one batch of a hundred rows, not 3,000 writes")
    void oneBatch() {
        aMinuteOf(100);
        writer.writeDue();
        writer.writeDue();
        assertThat(table.batches)
                .singleElement()
                .satisfies(batch -> assertThat(batch).hasSize(100));
    }

    @Test
    @DisplayName("nothing is lost while the database does not answer for a moment")
    void written() {
        table.broken = true;
        aMinuteOf(2);
        writer.writeDue();
        aMinuteOf(2);
        writer.writeDue();
        table.broken = false;
        writer.writeDue();
        assertThat(table.batches)
                .singleElement()
                .satisfies(batch -> assertThat(batch)
                        .extracting(chunk -> chunk.readings().getFirst().at())
                        .isSorted()
                        .hasSize(4));
    }

    @Test
    @DisplayName("what has not filled its minute is written when the program stops")
    void atTheEnd() {
        writer.add(call, new UserId(new UUID(0, 1)), Reading.of(clock.instant(), Sights.good()));
        writer.writeDue();
        assertThat(table.batches).isEmpty();
        writer.writeAll();
        assertThat(table.batches).hasSize(1);
    }
}
