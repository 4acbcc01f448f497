package health.consilium.recording.cloud;

import health.consilium.conferencing.RoomRecordingBroke;
import health.consilium.conferencing.Rooms;
import health.consilium.consultation.ConsultationId;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.session.ServiceTurn;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.store.CloudRuns.Run;
import health.consilium.recording.store.RecordingStore;
import health.consilium.recording.store.TakeStore;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Starts and stops the service's recorder so that it records exactly while the recording does. It looks at how things stand and
 * not at what it was told, so the order in which it hears of turns does not matter.
 */
@Component
class CloudRecorder {
    private static final Logger log = LoggerFactory.getLogger(CloudRecorder.class);
    private static final String TYPE = "video/mp4";

    private final CloudRuns runs;
    private final RecordingStore recordings;
    private final TakeStore takes;
    private final Recordings decisions;
    private final Rooms rooms;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Turns<UUID> turns = new Turns<>();

    CloudRecorder(
            CloudRuns runs,
            RecordingStore recordings,
            TakeStore takes,
            Recordings decisions,
            Rooms rooms,
            TransactionTemplate transaction,
            Clock clock) {
        this.runs = runs;
        this.recordings = recordings;
        this.takes = takes;
        this.decisions = decisions;
        this.rooms = rooms;
        this.transaction = transaction;
        this.clock = clock;
    }

    @ApplicationModuleListener(propagation = Propagation.NOT_SUPPORTED)
    void on(ServiceTurn turn) {
        settle(turn.recording());
    }

    /** Nobody shall read that it records when it does not. */
    @ApplicationModuleListener
    void on(RoomRecordingBroke broke) {
        ConsultationId consultation = new ConsultationId(broke.consultation());
        recordings
                .live(consultation)
                .filter(recording -> recording.service() != null)
                .ifPresent(recording -> decisions.serviceFailed(consultation));
    }

    /** A service that did not answer when it was told to stop is told again. */
    @Scheduled(fixedDelay = 5_000, initialDelay = 5_000)
    void stopWhatShouldNotRun() {
        for (UUID recording : runs.astray()) {
            try {
                settle(recording);
            } catch (RuntimeException e) {
                log.warn(
                        "recording {}: whether it runs could not be settled ({})",
                        recording,
                        e.getClass().getName());
            }
        }
    }

    /** One after the other for each recording, and outside of any transaction: a service takes its time to answer. */
    private void settle(UUID id) {
        turns.take(id, () -> {
            Recording recording = recordings.find(id).orElseThrow();
            Optional<Run> running = runs.running(id);
            boolean wanted = recording.phase() == Phase.RECORDING;
            if (wanted && running.isEmpty()) {
                start(recording);
            } else if (!wanted && running.isPresent()) {
                stop(recording, running.get());
            }
        });
    }

    /** Written down first: a run that nobody knows of would never be stopped. */
    private void start(Recording recording) {
        transaction.executeWithoutResult(status -> {
            recordings.lock(recording.consultation());
            int take = takes.open(recording.id(), recording.doctor(), TYPE, clock.instant());
            runs.began(recording.id(), take, clock.instant());
        });
        try {
            rooms.recorder(recording.consultation().value()).orElseThrow().start();
        } catch (Problem away) {
            log.warn("recording {}: the service did not begin to record ({})", recording.id(), away.code());
            // It stops, and with it the run is told to stop, too: it may have begun all the same.
            decisions.serviceFailed(recording.consultation());
        }
    }

    private void stop(Recording recording, Run run) {
        try {
            rooms.recorder(recording.consultation().value()).orElseThrow().stop();
            runs.ended(run, clock.instant());
        } catch (Problem away) {
            log.warn("recording {}: the service could not be told to stop ({})", recording.id(), away.code());
        }
    }
}
