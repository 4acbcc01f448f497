package health.consilium.recording.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import health.consilium.conferencing.CallWindow;
import health.consilium.conferencing.Rooms;
import health.consilium.conferencing.spi.Admission;
import health.consilium.conferencing.spi.ProviderEvent;
import health.consilium.conferencing.spi.ProviderEvents;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.segments.Progress;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.store.RecordingStore;
import health.consilium.testing.FakeProvider;
import health.consilium.testing.FakeProvider.Made;
import health.consilium.testing.MutableClock;
import health.consilium.testing.RecordedCalls;
import health.consilium.testing.RecordedCalls.Two;
import health.consilium.testing.ServerTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A call that a service carries, which records it. */
@ServerTest
@SuppressWarnings("NullAway.Init") // filled before each test
abstract class RecordedByService {
    static final Duration MINUTE = Duration.ofMinutes(1);

    @Autowired
    RecordedCalls calls;

    @Autowired
    FakeProvider service;

    @Autowired
    Rooms rooms;

    @Autowired
    Consultations consultations;

    @Autowired
    Recordings recordings;

    @Autowired
    RecordingStore store;

    @Autowired
    CloudRuns runs;

    @Autowired
    CloudRecorder recorder;

    @Autowired
    CloudFilms films;

    @Autowired
    Films watch;

    @Autowired
    Progress progress;

    @Autowired
    ProviderEvents events;

    @Autowired
    RecordingProperties settings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MutableClock clock;

    Two two;
    String room;
    String film;

    @BeforeEach
    final void aCallThatTheServiceCarries() {
        service.down = false;
        two = calls.bothAreHere();
        film = "film-" + UUID.randomUUID();
        ConsultationView view = consultations.find(two.call()).orElseThrow();
        rooms.admit(
                new CallWindow(two.call().value(), view.appointment().value(), view.opensAt(), view.endsAt()),
                new Admission(two.patient().id().value(), "Test Person", false, view.opensAt(), view.endsAt()));
        jdbc.sql("update conferencing_room set provider = ? where consultation = ?")
                .params(FakeProvider.NAME, two.call().value())
                .update();
        room = rooms.of(two.call().value()).orElseThrow().name();
    }

    @AfterEach
    final void upAgain() {
        service.down = false;
    }

    static void atOnce(Runnable what) throws Exception {
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : pool.invokeAll(Collections.nCopies(10, Executors.callable(what)))) {
                answer.get();
            }
        }
    }

    final UUID records() {
        UUID id = calls.records(two);
        await().untilAsserted(() -> assertThat(runs.running(id)).isPresent());
        return id;
    }

    final void stop(UUID id) {
        recordings.stop(id, two.call(), two.doctor().id());
        await().untilAsserted(() -> assertThat(runs.running(id)).isEmpty());
    }

    final void ready(Made made) {
        ready(film, made);
    }

    final void ready(String name, Made made) {
        service.films.put(name, made);
        events.receive(new ProviderEvent.RecordingReady(FakeProvider.NAME, name, room, name, clock.instant()));
        await().untilAsserted(() -> assertThat(runs.ofFilm(name).isPresent() || service.deleted.contains(name))
                .isTrue());
    }

    /** The server itself fetches, too. */
    final void fetchedUntil(UUID id, int parts) {
        await().untilAsserted(() -> {
            films.fetchWhatIsReady();
            assertThat(parts(id)).isEqualTo(parts);
        });
    }

    static Made made(Instant from, int seconds) {
        return new Made(bytes(10), 10, from, Duration.ofSeconds(seconds));
    }

    final int parts(UUID id) {
        return jdbc.sql("select count(*) from recording_segment where recording = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    final byte[] watched(UUID id) throws IOException {
        Films.Film whole = watch.of(id);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        whole.file().write(whole.recorded(), 0, whole.file().size(), out);
        return out.toByteArray();
    }

    final Recording recording(UUID id) {
        return store.find(id).orElseThrow();
    }

    static byte[] bytes(int count) {
        byte[] made = new byte[count];
        new Random(count).nextBytes(made);
        return made;
    }
}
