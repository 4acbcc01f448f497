package health.consilium.recording.web;

import health.consilium.consultation.ConsultationId;
import health.consilium.consultation.ConsultationView;
import health.consilium.consultation.Consultations;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.media.Films.Film;
import health.consilium.recording.store.AccessLog;
import health.consilium.recording.store.RecordingStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** R7: recordings for the two people of the appointment, and for nobody else. */
@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1")
class FilmController {
    private final Consultations consultations;
    private final RecordingStore recordings;
    private final Films films;
    private final AccessLog access;
    private final Clock clock;

    FilmController(Consultations consultations, RecordingStore recordings, Films films, AccessLog access, Clock clock) {
        this.consultations = consultations;
        this.recordings = recordings;
        this.films = films;
        this.access = access;
        this.clock = clock;
    }

    /** @param phase STOPPED: it may be shown; DELETED: it cannot be read any more */
    record RecordingJson(
            UUID id, String url, String phase, @Nullable Instant startedAt, boolean patientMayDownload) {}

    /** @param durationMs of the file, without the gaps; @param size in bytes */
    record ManifestJson(UUID id, long durationMs, long size, List<Films.Gap> gaps) {}

    record PermissionJson(@NotNull Boolean patientMayDownload) {}

    @Operation(operationId = "listRecordings", summary = "H3: the recordings of a call, for its participants")
    @GetMapping("/video-call/{videoCallId}/recordings")
    List<RecordingJson> list(@PathVariable UUID videoCallId, CurrentUser who) {
        ConsultationView call = consultations
                .find(new ConsultationId(videoCallId))
                .filter(view -> view.isParticipant(who.id()))
                .orElseThrow(
                        () -> new Problem(ErrorCode.NOT_FOUND, "This call is not known here. Please check the link."));
        return recordings.begun(call.id()).stream().map(this::json).toList();
    }

    private RecordingJson json(Recording r) {
        return new RecordingJson(
                r.id(),
                "/api/v1/recordings/" + r.id() + "/media",
                r.phase().name(),
                r.startedAt(),
                access.patientMayDownload(r.id()));
    }

    @Operation(operationId = "getRecordingManifest", summary = "How long it is, and what is missing in it and why")
    @GetMapping("/recordings/{recordingId}/manifest")
    ManifestJson manifest(@PathVariable UUID recordingId, CurrentUser who) {
        Film film = films.of(mine(recordingId, who).id());
        return new ManifestJson(recordingId, film.file().duration(), film.file().size(), film.gaps());
    }

    @Operation(operationId = "allowRecordingDownload", summary = "The doctor decides whether the patient may download")
    @PatchMapping("/recordings/{recordingId}")
    RecordingJson allow(@PathVariable UUID recordingId, @Valid @RequestBody PermissionJson body, CurrentUser who) {
        Recording r = mine(recordingId, who);
        if (!r.doctor().equals(who.id())) {
            throw new Problem(ErrorCode.FORBIDDEN, "Only the doctor decides this. Please ask your doctor.");
        }
        access.patientMayDownload(r.id(), body.patientMayDownload());
        return json(r);
    }

    @Operation(operationId = "getRecordingMedia", summary = "The recording as one WebM; takes ranges (RFC 9110)")
    @GetMapping(path = "/recordings/{recordingId}/media", produces = "video/webm")
    void media(
            @PathVariable UUID recordingId,
            @RequestParam(defaultValue = "false") boolean download,
            @RequestHeader(name = "Range", required = false) @Nullable String range,
            CurrentUser who,
            HttpServletResponse response)
            throws IOException {
        Recording r = mine(recordingId, who);
        if (download && !r.doctor().equals(who.id()) && !access.patientMayDownload(r.id())) {
            throw new Problem(ErrorCode.FORBIDDEN, "The doctor has not allowed downloads. You can watch it here.");
        }
        Film film = films.of(r.id());
        access.note(r.id(), who.id(), download ? "DOWNLOAD" : "VIEW", clock.instant());
        response.setContentType("video/webm");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Accept-Ranges", "bytes");
        if (download) {
            response.setHeader("Content-Disposition", "attachment; filename=\"consultation.webm\"");
        }
        send(film, range, response);
    }

    private static void send(Film film, @Nullable String range, HttpServletResponse response) throws IOException {
        long size = film.file().size();
        long from = 0;
        long to = size - 1;
        if (range != null) {
            try {
                HttpRange wanted = HttpRange.parseRanges(range).getFirst();
                from = wanted.getRangeStart(size);
                to = wanted.getRangeEnd(size);
            } catch (IllegalArgumentException | java.util.NoSuchElementException e) {
                from = size;
            }
            if (from >= size) {
                response.setHeader("Content-Range", "bytes */" + size);
                response.setStatus(416);
                return;
            }
            response.setStatus(206);
            response.setHeader("Content-Range", "bytes " + from + "-" + to + "/" + size);
        }
        response.setContentLengthLong(to - from + 1);
        film.file().write(film.recorded(), from, to - from + 1, response.getOutputStream());
    }

    /** Unknown and foreign look the same. */
    private Recording mine(UUID id, CurrentUser who) {
        return recordings
                .find(id)
                .filter(r -> consultations
                        .find(r.consultation())
                        .filter(view -> view.isParticipant(who.id()))
                        .isPresent())
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This recording is not known here."));
    }
}
