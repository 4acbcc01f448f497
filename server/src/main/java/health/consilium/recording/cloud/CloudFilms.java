package health.consilium.recording.cloud;

import health.consilium.conferencing.RoomRecorded;
import health.consilium.conferencing.RoomRecorder;
import health.consilium.conferencing.Rooms;
import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.RecordingProperties;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.segments.FilmIntake;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.spi.SegmentStore.StorageFull;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.store.CloudRuns.Lost;
import health.consilium.recording.store.CloudRuns.Run;
import health.consilium.recording.store.Coverage;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.store.TakeStore;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;

/**
 * Brings films home: fetched, sealed like everything else that was recorded, and deleted at the service. A film that nobody
 * agreed to, as a whole or in part, is deleted there and not read: it cannot be cut without lying open here.
 */
@Component
class CloudFilms {
    /** A film may be large: it is not fetched over and over while there is no room, say. */
    static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    /** So long after it was told, what the service does not have is gone for good. */
    static final Duration GONE_AFTER = Duration.ofMinutes(10);

    private static final Executor A_LONG_WHILE = CompletableFuture.delayedExecutor(1, TimeUnit.HOURS);

    private static final Logger log = LoggerFactory.getLogger(CloudFilms.class);

    private final CloudRuns runs;
    private final RecordingStore recordings;
    private final TakeStore takes;
    private final Coverage coverage;
    private final FilmIntake intake;
    private final SecondFilms others;
    private final Rooms rooms;
    private final Clock clock;
    private final RecordingProperties settings;
    private final Recordings decisions;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();
    /** Films by name, and the consultation that they are of. */
    private final Map<String, UUID> unasked = new ConcurrentHashMap<>();

    private final Turns<String> turns = new Turns<>();

    /** It could not be fetched, which is said once for each reason. */
    private record Wait(Instant until, String why) {}

    CloudFilms(
            CloudRuns runs,
            RecordingStore recordings,
            TakeStore takes,
            Coverage coverage,
            FilmIntake intake,
            SecondFilms others,
            Rooms rooms,
            RecordingProperties settings,
            Recordings decisions,
            Clock clock) {
        this.runs = runs;
        this.recordings = recordings;
        this.takes = takes;
        this.coverage = coverage;
        this.intake = intake;
        this.others = others;
        this.rooms = rooms;
        this.settings = settings;
        this.decisions = decisions;
        this.clock = clock;
    }

    /**
     * Written down first; the film itself may be large, and is fetched outside of any transaction. One that came from no run we
     * know of is kept where everybody had agreed to all of it, and else deleted, again after a restart when the service does not
     * answer now.
     */
    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(RoomRecorded told) {
        runs.told(new ConsultationId(told.consultation()), told.recording(), told.at(), clock.instant());
        if (runs.ofFilm(told.recording()).isEmpty()) {
            unasked.put(told.recording(), told.consultation());
            adoptOrDelete();
            if (unasked.containsKey(told.recording())) {
                throw new IllegalStateException("a film that came from no known run is still at the service");
            }
        }
    }

    /** Whether it is still to be looked at, or to be deleted at the service. */
    boolean isUnasked(String film) {
        return unasked.containsKey(film);
    }

    private void adoptOrDelete() {
        unasked.forEach((film, consultation) -> turns.take(film, () -> {
            if (unasked.containsKey(film)) {
                adoptOrDelete(film, consultation);
            }
        }));
    }

    private void adoptOrDelete(String film, UUID consultation) {
        try {
            rooms.recorder(consultation)
                    .filter(recorder -> !others.adopt(new ConsultationId(consultation), film, recorder))
                    .ifPresent(recorder -> {
                        log.warn("consultation {}: the service recorded what nobody had asked for", consultation);
                        recorder.delete(film);
                    });
            unasked.remove(film);
        } catch (RuntimeException away) {
            log.warn("consultation {}: a film could not be looked at or deleted at the service", consultation);
        }
    }

    /** Whoever else fetches a film at that moment is waited for, and it is not fetched again. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void fetchWhatIsReady() {
        adoptOrDelete();
        for (Run run : runs.ready()) {
            String film = Objects.requireNonNull(run.film());
            turns.take(film, () -> runs.ready(film).ifPresent(still -> fetch(still, film)));
        }
    }

    private void fetch(Run run, String film) {
        Instant now = clock.instant();
        Wait before = waits.get(film);
        if (before != null && now.isBefore(before.until())) {
            return;
        }
        try {
            fetch(run, film, rooms.recorder(run.consultation().value()).orElseThrow());
            waits.remove(film);
        } catch (RuntimeException | IOException later) {
            String why = later instanceof Problem problem
                    ? problem.code().name()
                    : later.getClass().getSimpleName();
            waits.put(film, new Wait(now.plus(AGAIN_AFTER), why));
            if (before == null || !before.why().equals(why)) {
                log.warn("recording {}: its film could not be fetched, and will be again: {}", run.recording(), why);
            }
        }
    }

    private void fetch(Run run, String name, RoomRecorder recorder) throws IOException {
        Recording recording = recordings.find(run.recording()).orElseThrow();
        if (recording.phase() == Phase.DELETED || intake.isDone(recording.id(), run.take())) {
            forget(run, recorder, name);
            return;
        }
        Optional<Film> found = found(run, name, recorder);
        if (found.isEmpty()) {
            lost(run, Lost.GONE);
            runs.settled(run, clock.instant());
            return;
        }
        Film film = found.get().begunWhenTold(run.beganAt(), recorder.clockStep());
        try (var bytes = film.bytes()) {
            if (runs.movedTo(run, film.startedAt())) {
                return;
            }
            if (coverage.coversFilm(
                    run.recording(), film.startedAt(), film.startedAt().plus(film.duration()))) {
                keep(recording, run, film, bytes);
            } else if (others.move(run, name, film)) {
                return;
            } else {
                lost(run, Lost.NOT_AGREED);
            }
        } catch (StorageFull full) {
            // As with what pages send: nothing goes on that cannot be kept, and what waits comes in once there is room
            // again.
            decisions.storageFull(run.consultation());
            if (!isLate(run, settings.uploadWithin())) {
                throw full;
            }
            lost(run, Lost.NO_ROOM);
        }
        forget(run, recorder, name);
    }

    /** Empty when it is gone for good: a service that has just told of it may need a moment until it has it. */
    private Optional<Film> found(Run run, String name, RoomRecorder recorder) {
        try {
            return Optional.of(recorder.fetch(name));
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.NOT_FOUND && isLate(run, GONE_AFTER)) {
                return Optional.empty();
            }
            throw problem;
        }
    }

    private boolean isLate(Run run, Duration after) {
        return !Objects.requireNonNull(run.toldAt()).plus(after).isAfter(clock.instant());
    }

    private void keep(Recording recording, Run run, Film film, InputStream bytes) throws IOException {
        // A service that falls silent in the middle must not hold this up for ever.
        var silent = CompletableFuture.runAsync(() -> close(bytes), A_LONG_WHILE);
        try {
            intake.keep(recording, run.take(), film.startedAt(), film.duration(), film.length(), bytes);
        } finally {
            silent.cancel(false);
        }
    }

    /** Nothing is waited for any more, and whoever looks for it reads why. */
    private void lost(Run run, Lost why) {
        log.warn("recording {}: the film of a take is not kept, and never will be: {}", run.recording(), why);
        runs.lost(run, why);
        takes.cut(run.recording(), run.take(), 0);
    }

    private static void close(InputStream bytes) {
        try {
            bytes.close();
        } catch (IOException closedAlready) {
            log.debug("a film was closed already");
        }
    }

    private void forget(Run run, RoomRecorder recorder, String name) {
        recorder.delete(name);
        runs.settled(run, clock.instant());
    }
}
