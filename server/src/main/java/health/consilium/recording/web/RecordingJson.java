package health.consilium.recording.web;

import health.consilium.recording.domain.Phase;
import health.consilium.recording.media.Films;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * H3: one recording as its two people see it.
 *
 * @param poster where its picture is; null: there is none
 * @param phase STOPPED: it may be shown; DELETED: it cannot be read any more
 * @param arriving it is over, and something of it may still be on its way
 * @param durationMs of the film, which leaves pauses out and stands still in what was lost; null while it is not whole,
 *     or when there is nothing to show
 * @param size of the film, in bytes; null like its duration
 * @param gaps what is not in the film; empty while it is not whole
 */
record RecordingJson(
        UUID id,
        String url,
        @Nullable String poster,
        Phase phase,
        @Nullable Instant startedAt,
        boolean patientMayDownload,
        boolean arriving,
        @Nullable Instant deletedAt,
        @Nullable Long durationMs,
        @Nullable Long size,
        List<Films.Gap> gaps) {}
