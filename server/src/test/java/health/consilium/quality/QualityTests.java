package health.consilium.quality;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.identity.CurrentUser;
import health.consilium.identity.Role;
import health.consilium.identity.UserId;
import health.consilium.quality.domain.Measure;
import health.consilium.quality.domain.Reading;
import health.consilium.quality.report.CallMetrics;
import health.consilium.quality.report.WaitStore;
import health.consilium.quality.samples.LatestScores;
import health.consilium.quality.samples.SampleWriter;
import health.consilium.signalling.frame.ClientFrame.QualityReport;
import health.consilium.signalling.frame.ClientFrame.QualityTiming;
import health.consilium.signalling.frame.ClientFrame.Wait;
import health.consilium.signalling.frame.ServerFrame;
import health.consilium.signalling.frame.ServerFrame.QualityPeer;
import health.consilium.signalling.frame.Sight;
import health.consilium.signalling.spi.Outbox;
import health.consilium.signalling.spi.Sender;
import health.consilium.testing.MutableClock;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the pages measure is kept, whatever they claim to have measured. */
@ServerTest
class QualityTests {
    private final ConsultationId call = new ConsultationId(UUID.randomUUID());
    private final UserId patient = new UserId(UUID.randomUUID());
    private final List<ServerFrame> told = new ArrayList<>();

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    @Autowired
    private SampleWriter samples;

    @Autowired
    private LatestScores scores;

    @Autowired
    private WaitStore waits;

    @Autowired
    private CallMetrics metrics;

    @Autowired
    private CallQuality quality;

    private QualityFrames frames() {
        return new QualityFrames(samples, scores, waits, metrics, new Others(), clock);
    }

    private void report(@Nullable Sight sight) {
        frames().handle(new QualityReport(UUID.randomUUID(), 1, sight), new Reporter());
        clock.advance(Duration.ofSeconds(2));
    }

    private int rows() {
        return jdbc.sql("select count(*) from quality_samples where consultation = ?")
                .param(call.value())
                .query(Integer.class)
                .single();
    }

    @BeforeEach
    void later() {
        clock.advance(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("Q6: samples come back as they were sent, in order, with their times")
    void kept() {
        var began = clock.instant();
        for (int i = 0; i < 70; i++) {
            report(Sights.with("rtt", (double) i, "jitter", i == 3 ? null : 4.5));
        }
        List<Reading> readings = Objects.requireNonNull(samples.of(call).get(patient.value()));
        assertThat(readings).hasSize(70);
        assertThat(readings)
                .extracting(r -> r.value(Measure.RTT))
                .startsWith(0.0, 1.0, 2.0)
                .endsWith(69.0);
        assertThat(readings.get(3).value(Measure.JITTER)).isNull();
        assertThat(readings.get(4).value(Measure.JITTER)).isEqualTo(4.5);
        assertThat(readings.get(69).at()).isEqualTo(began.plusSeconds(138));
        assertThat(rows()).as("minutes").isEqualTo(3);
    }

    @Test
    @DisplayName("V7: the other side hears the score and what this side sees, so far as it is plausible")
    void theOtherSideHears() {
        report(Sights.with("score", 3, "lossDown", 0.25, "candidateType", "nonsense"));
        assertThat(told).singleElement().isInstanceOfSatisfying(QualityPeer.class, frame -> {
            assertThat(frame.from()).isEqualTo(patient.value());
            assertThat(frame.score()).isEqualTo(3);
            Sight sight = Objects.requireNonNull(frame.sight());
            assertThat(sight.lossDown()).isEqualTo(0.25);
            assertThat(sight.candidateType()).isNull();
        });
    }

    @Test
    @DisplayName("A7: how a call is right now is how the worst-off fares, as long as that is fresh")
    void rightNow() {
        assertThat(quality.now(call)).isEmpty();
        scores.add(call, new UserId(UUID.randomUUID()), 4);
        frames().handle(new QualityReport(UUID.randomUUID(), 1, Sights.with("score", 2)), new Reporter());
        assertThat(quality.now(call)).hasValue(2);
        clock.advance(LatestScores.FRESH);
        assertThat(quality.now(call)).hasValue(2);
        clock.advance(Duration.ofMillis(1));
        assertThat(quality.now(call)).isEmpty();
        scores.add(call, patient, 5);
        assertThat(quality.now(call)).hasValue(5);
        scores.forget(call);
        assertThat(quality.now(call)).isEmpty();
    }

    @Test
    @DisplayName("a report of an old page, or without a score, tells nobody anything")
    void nothingToTell() {
        report(null);
        report(Sights.with("score", null));
        assertThat(told).isEmpty();
    }

    @Test
    @DisplayName("Q6: a person's first set-up counts as one; coming in again is a reconnection")
    void waiting() {
        Reporter reporter = new Reporter();
        frames().handle(new QualityTiming(Wait.setUp, 420), reporter);
        frames().handle(new QualityTiming(Wait.reconnect, 2_300), reporter);
        frames().handle(new QualityTiming(Wait.setUp, 900), reporter);
        frames().handle(new QualityTiming(Wait.reconnect, -5), reporter);
        assertThat(quality.of(List.of(call)).get(call)).containsEntry(patient, new PersonFigures(null, 420, 3, 3_200));
    }

    @Test
    @DisplayName("S28: nobody fills the disk with waits")
    void boundedWaits() {
        Reporter reporter = new Reporter();
        for (int i = 0; i < 250; i++) {
            frames().handle(new QualityTiming(Wait.reconnect, Integer.MAX_VALUE), reporter);
        }
        assertThat(quality.of(List.of(call)).get(call))
                .containsEntry(patient, new PersonFigures(null, null, 200, 200L * 600_000));
    }

    private final class Others implements Outbox {
        @Override
        public void toPages(UserId person, Supplier<ServerFrame> frame) {
            throw new AssertionError("a score is for the call's pages");
        }

        @Override
        public void toAll(ConsultationId consultation, ServerFrame frame) {
            throw new AssertionError("a score is not for its own side");
        }

        @Override
        public void toPerson(ConsultationId consultation, UserId person, ServerFrame frame) {
            throw new AssertionError("a score is for all the others");
        }

        @Override
        public void toCall(ConsultationId consultation, ServerFrame frame, Sender except) {
            throw new AssertionError("a score is not for its own side");
        }

        @Override
        public void toOthers(ConsultationId consultation, UserId person, ServerFrame frame) {
            told.add(frame);
        }
    }

    private final class Reporter implements Sender {
        @Override
        public CurrentUser user() {
            return new CurrentUser(patient, Role.PATIENT, "Somebody", ZoneOffset.UTC, "en", new UUID(0, 2));
        }

        @Override
        public ConsultationId consultation() {
            return call;
        }

        @Override
        public void reply(ServerFrame frame) {
            throw new AssertionError("a report is not answered");
        }
    }
}
