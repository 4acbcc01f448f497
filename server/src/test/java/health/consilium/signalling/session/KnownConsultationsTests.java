package health.consilium.signalling.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.PhaseName;
import health.consilium.scheduling.AppointmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What is known is never older than what was told. */
class KnownConsultationsTests {
    private Duration now = Duration.ZERO;
    private long stored = 1;
    private int asked;
    private final KnownConsultations known = new KnownConsultations(this::read, () -> now);

    private Optional<ConsultationView> read(ConsultationId id) {
        asked++;
        return id.equals(Pages.CALL) ? Optional.of(view(stored)) : Optional.empty();
    }

    private static ConsultationView view(long version) {
        Instant start = Instant.EPOCH;
        return new ConsultationView(
                Pages.CALL,
                new AppointmentId(new UUID(0, 8)),
                Pages.PATIENT,
                Pages.DOCTOR,
                PhaseName.OPEN,
                version,
                Set.of(),
                Set.of(),
                null,
                null,
                false,
                start,
                start,
                start,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                15);
    }

    private long version() {
        return known.find(Pages.CALL).orElseThrow().version();
    }

    @Test
    @DisplayName("the database is asked once, and again after ten seconds")
    void askedOnce() {
        assertThat(version()).isEqualTo(1);
        stored = 2;
        now = Duration.ofMillis(9_999);
        assertThat(version()).isEqualTo(1);
        now = Duration.ofSeconds(10);
        assertThat(version()).isEqualTo(2);
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("what was told counts; what is told late and is older does not")
    void newestWins() {
        known.learn(view(5));
        known.learn(view(4));
        assertThat(version()).isEqualTo(5);
        assertThat(asked).isZero();
    }

    @Test
    @DisplayName("what there is not is asked for again")
    void nothing() {
        ConsultationId nowhere = new ConsultationId(new UUID(0, 7));
        assertThat(known.find(nowhere)).isEmpty();
        assertThat(known.find(nowhere)).isEmpty();
        assertThat(asked).isEqualTo(2);
    }

    @Test
    @DisplayName("a change that is told while the database is being read is not lost")
    void toldWhileReading() throws Exception {
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        KnownConsultations slow = new KnownConsultations(
                id -> {
                    ConsultationView old = view(1);
                    reading.countDown();
                    await(goOn);
                    return Optional.of(old);
                },
                () -> now);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reader = threads.submit(() -> slow.find(Pages.CALL));
            reading.await();
            Future<?> teller = threads.submit(() -> slow.learn(view(2)));
            goOn.countDown();
            reader.get();
            teller.get();
        }
        assertThat(slow.find(Pages.CALL).orElseThrow().version()).isEqualTo(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
