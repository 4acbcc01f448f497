package health.consilium.recording.cloud;

import health.consilium.conferencing.RoomRecorder;
import health.consilium.conferencing.spi.CloudRecording.Film;
import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.store.CloudRuns.Run;
import health.consilium.recording.store.Coverage;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.store.TakeStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A service may make several films while one recording goes on: its recorder broke off and began again, or the page that switches
 * it came back. Each that lies inside of what everybody agreed to is a take of its own, whatever it was taken for before.
 */
@Component
class SecondFilms {
    private final CloudRuns runs;
    private final RecordingStore recordings;
    private final TakeStore takes;
    private final Coverage coverage;
    private final TransactionTemplate transaction;

    SecondFilms(
            CloudRuns runs,
            RecordingStore recordings,
            TakeStore takes,
            Coverage coverage,
            TransactionTemplate transaction) {
        this.runs = runs;
        this.recordings = recordings;
        this.takes = takes;
        this.coverage = coverage;
        this.transaction = transaction;
    }

    /** @return whether it has a run now; without one nobody agreed to all of it, or it is not there any more */
    boolean adopt(ConsultationId consultation, String name, RoomRecorder recorder) {
        if (recordings.begun(consultation).stream().allMatch(recording -> recording.service() == null)) {
            return false;
        }
        try {
            Film film = recorder.fetch(name);
            // Only its times are of interest here; it is read when its turn comes.
            try (var unread = film.bytes()) {
                return adopt(consultation, name, film);
            }
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        } catch (Problem problem) {
            if (problem.code() == ErrorCode.NOT_FOUND) {
                return false;
            }
            throw problem;
        }
    }

    private boolean adopt(ConsultationId consultation, String name, Film film) {
        Instant end = film.startedAt().plus(film.duration());
        Optional<UUID> right = coverage.ofFilm(consultation, film.startedAt(), end);
        right.ifPresent(recording -> transaction.executeWithoutResult(status -> {
            recordings.lock(consultation);
            if (runs.ofFilm(name).isEmpty()) {
                begin(recording, name, film, end);
            }
        }));
        return right.isPresent();
    }

    /** @return whether it lies inside of another recording of the same consultation, which has it now */
    boolean move(Run run, String name, Film film) {
        Instant end = film.startedAt().plus(film.duration());
        Optional<UUID> right = coverage.ofFilm(run.consultation(), film.startedAt(), end);
        right.ifPresent(recording -> transaction.executeWithoutResult(status -> {
            recordings.lock(run.consultation());
            if (runs.ofFilm(name).filter(has -> isSame(has, run)).isPresent()) {
                runs.hasNoFilm(run);
                begin(recording, name, film, end);
            }
        }));
        return right.isPresent();
    }

    private static boolean isSame(Run one, Run other) {
        return one.recording().equals(other.recording()) && one.take() == other.take();
    }

    private void begin(UUID id, String name, Film film, Instant end) {
        Recording recording = recordings.find(id).orElseThrow();
        int take = takes.open(id, recording.doctor(), film.type(), film.startedAt());
        runs.found(id, take, name, film.startedAt(), end);
    }
}
