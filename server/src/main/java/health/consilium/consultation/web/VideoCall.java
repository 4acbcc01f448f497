package health.consilium.consultation.web;

import health.consilium.conferencing.spi.Room;
import health.consilium.consultation.domain.Consultation;
import health.consilium.consultation.domain.Phase;
import health.consilium.consultation.store.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A consultation in the words of the HTTP contract (row H4).
 *
 * @param duration seconds from the first conversation to the end; 0 when there was none
 */
record VideoCall(
        UUID id,
        UUID appointmentId,
        @Nullable String roomName,
        @Nullable String roomUrl,
        Status status,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Long duration,
        @Nullable String recordingUrl,
        Instant createdAt,
        Instant updatedAt) {
    enum Status {
        CREATED,
        IN_PROGRESS,
        COMPLETED,
        FAILED,
        CANCELLED
    }

    static VideoCall of(Stored stored, @Nullable Room room, String origin) {
        Consultation c = stored.consultation();
        Instant started = c.history().firstLiveAt();
        Phase.Ended ended = c.phase() instanceof Phase.Ended e ? e : null;
        Long duration = ended == null
                ? null
                : Long.valueOf(
                        started == null
                                ? 0
                                : Duration.between(started, ended.at()).toSeconds());
        return new VideoCall(
                c.id().value(),
                c.appointment().value(),
                room == null ? null : room.name(),
                room == null ? null : absolute(origin, room.url()),
                status(c.phase()),
                started,
                ended == null ? null : ended.at(),
                duration,
                null,
                stored.createdAt(),
                stored.updatedAt());
    }

    static String absolute(String origin, String url) {
        return url.startsWith("/") ? origin + url : url;
    }

    private static Status status(Phase phase) {
        return switch (phase) {
            case Phase.Scheduled s -> Status.CREATED;
            case Phase.Open o -> Status.CREATED;
            case Phase.Waiting w -> Status.CREATED;
            case Phase.Live l -> Status.IN_PROGRESS;
            case Phase.Interrupted i -> Status.IN_PROGRESS;
            case Phase.Ended e ->
                switch (e.reason().outcome()) {
                    case COMPLETED -> Status.COMPLETED;
                    case CANCELLED -> Status.CANCELLED;
                    case FAILED -> Status.FAILED;
                };
        };
    }
}
