package health.consilium.recording.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.UserId;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.store.Coverage;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * R1, S24: consent ends in the very instant in which it ends, not when pages hear of it; nothing recorded more than half a
 * second later is kept. How soon pages hear of it is measured ({@code ./bench recording}).
 */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
class ConsentInstantTests {
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);

    @Autowired
    private RecordedCalls calls;

    @Autowired
    private Consultations consultations;

    @Autowired
    private Recordings recordings;

    @Autowired
    private Coverage coverage;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MutableClock clock;

    private Two two;
    private UUID recording;

    @BeforeEach
    void itRecordsForSevenSeconds() {
        two = calls.bothAreHere();
        recording = calls.records(two);
        clock.advance(Duration.ofMillis(7_123));
    }

    private void endsAt(Instant instant) {
        assertThat(jdbc.sql("select ended from recording_interval where recording = ?")
                        .param(recording)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(instant);
        clock.advance(Duration.ofSeconds(30));
        Instant from = instant.minusSeconds(1);
        Instant last = instant.plus(HALF_A_SECOND);
        assertThat(coverage.covers(recording, from, last, clock.instant())).isTrue();
        assertThat(coverage.covers(recording, from, last.plusMillis(1), clock.instant()))
                .isFalse();
    }

    private Phase phase() {
        return recordings.own(recording, two.call()).phase();
    }

    @Test
    @DisplayName("a withdrawal stops it then and there")
    void withdrawal() {
        Instant now = clock.instant();
        recordings.answer(recording, two.call(), two.patient().id(), false, RecordedCalls.READ);
        assertThat(phase()).isEqualTo(Phase.STOPPED);
        endsAt(now);
    }

    @Test
    @DisplayName("whoever comes in without having agreed pauses it then and there, and is asked")
    void join() {
        Instant now = clock.instant();
        UserId somebody = new UserId(UUID.randomUUID());
        recordings.changed(with(
                consultations.find(two.call()).orElseThrow(),
                Set.of(two.doctor().id(), two.patient().id(), somebody)));
        assertThat(phase()).isEqualTo(Phase.PAUSED);
        assertThat(recordings.own(recording, two.call()).answers()).containsKey(somebody);
        endsAt(now);
    }

    @Test
    @DisplayName("whoever leaves pauses it then and there")
    void leave() {
        Instant now = clock.instant();
        consultations.left(two.call(), two.patient().id());
        assertThat(phase()).isEqualTo(Phase.PAUSED);
        endsAt(now);
    }

    private static ConsultationView with(ConsultationView v, Set<UserId> present) {
        return new ConsultationView(
                v.id(),
                v.appointment(),
                v.patient(),
                v.doctor(),
                v.phase(),
                v.version(),
                present,
                present,
                v.absent(),
                v.ringing(),
                v.mediaUp(),
                v.opensAt(),
                v.startsAt(),
                v.endsAt(),
                v.patientRangAt(),
                v.noShowAt(),
                v.graceEndsAt(),
                v.firstLiveAt(),
                v.endedAt(),
                v.endReason(),
                v.extendedMinutes(),
                v.extensionAvailable());
    }
}
