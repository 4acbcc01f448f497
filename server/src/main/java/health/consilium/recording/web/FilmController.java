package health.consilium.recording.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.media.Films.Film;
import health.consilium.recording.store.AccessLog;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.web.Looks.Look;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpRange;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** R7: what was recorded, for the two people of the appointment, and for nobody else. */
@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1")
class FilmController {
    private final OwnRecordings own;
    private final Films films;
    private final AccessLog access;
    private final Looks looks;
    private final CloudRuns runs;

    FilmController(OwnRecordings own, Films films, AccessLog access, Looks looks, CloudRuns runs) {
        this.own = own;
        this.films = films;
        this.access = access;
        this.looks = looks;
        this.runs = runs;
    }

    /** @param durationMs of the file, without the gaps; @param size in bytes */
    record ManifestJson(UUID id, long durationMs, long size, List<Films.Gap> gaps) {}

    @Operation(operationId = "getRecordingManifest", summary = "How long it is, and what is missing in it and why")
    @GetMapping("/recordings/{recordingId}/manifest")
    ManifestJson manifest(@PathVariable UUID recordingId, CurrentUser who) {
        Film film = films.of(own.one(recordingId, who).id());
        List<Films.Gap> gaps = Gaps.of(film.gaps(), runs.missing(recordingId));
        return new ManifestJson(recordingId, film.file().duration(), film.file().size(), gaps);
    }

    @Operation(
            operationId = "getRecordingMedia",
            summary =
                    "The recording as one WebM, or one of its parts where it could not be joined; takes ranges (RFC 9110)")
    @GetMapping(
            path = "/recordings/{recordingId}/media",
            produces = {"video/webm", "video/mp4"})
    void media(
            @PathVariable UUID recordingId,
            @RequestParam(defaultValue = "1") int part,
            @RequestParam(defaultValue = "false") boolean download,
            @RequestHeader(name = "Range", required = false) @Nullable String range,
            CurrentUser who,
            HttpServletResponse response)
            throws IOException {
        Recording r = own.one(recordingId, who);
        if (download && !r.doctor().equals(who.id()) && !access.patientMayDownload(r.id())) {
            throw new Problem(ErrorCode.FORBIDDEN, "The doctor has not allowed downloads. You can watch it here.");
        }
        Film film = films.of(r.id(), part);
        looks.note(r, who, download ? Look.DOWNLOAD : Look.VIEW);
        response.setContentType(film.reel().type());
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Accept-Ranges", "bytes");
        if (download) {
            response.setHeader("Content-Disposition", "attachment; filename=\"" + name(film, part) + "\"");
        }
        send(film, range, response);
    }

    private static String name(Film film, int part) {
        String number = part == 1 ? "" : "-" + part;
        return "consultation" + number + "." + film.reel().type().substring("video/".length());
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
        try {
            film.file().write(film.recorded(), from, to - from + 1, response.getOutputStream());
        } catch (Problem away) {
            if (response.isCommitted()) {
                // Too late for words: the connection breaks, and the player asks again.
                throw new IOException(away.sentence());
            }
            response.resetBuffer();
            response.setContentLengthLong(-1);
            throw away;
        }
    }
}
