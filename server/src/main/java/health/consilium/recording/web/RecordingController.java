package health.consilium.recording.web;

import health.consilium.audit.ShowsHealthData;
import health.consilium.audit.Subject;
import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Phase;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.media.Films;
import health.consilium.recording.media.Films.Film;
import health.consilium.recording.segments.Progress;
import health.consilium.recording.session.Recordings;
import health.consilium.recording.store.AccessLog;
import health.consilium.recording.store.CloudRuns;
import health.consilium.recording.store.Ledger;
import health.consilium.recording.store.PosterStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** R7, H3: which recordings there are, and whether the patient may download them. */
@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1")
class RecordingController {
    private static final Logger log = LoggerFactory.getLogger(RecordingController.class);

    private final OwnRecordings own;
    private final Films films;
    private final Progress progress;
    private final Ledger ledger;
    private final AccessLog access;
    private final PosterStore posters;
    private final Looks looks;
    private final CloudRuns runs;
    private final Recordings recordings;

    RecordingController(
            OwnRecordings own,
            Films films,
            Progress progress,
            Ledger ledger,
            AccessLog access,
            PosterStore posters,
            Looks looks,
            CloudRuns runs,
            Recordings recordings) {
        this.own = own;
        this.films = films;
        this.progress = progress;
        this.ledger = ledger;
        this.access = access;
        this.posters = posters;
        this.looks = looks;
        this.runs = runs;
        this.recordings = recordings;
    }

    record PermissionJson(@NotNull Boolean patientMayDownload) {}

    @ShowsHealthData(value = Subject.RECORDING, id = "videoCallId")
    @Operation(operationId = "listRecordings", summary = "H3: the recordings of a call, for its participants")
    @GetMapping("/video-call/{videoCallId}/recordings")
    List<RecordingJson> list(@PathVariable UUID videoCallId, CurrentUser who) {
        return own.of(videoCallId, who).stream().map(one -> json(one, who)).toList();
    }

    @Operation(operationId = "allowRecordingDownload", summary = "The doctor decides whether the patient may download")
    @PatchMapping("/recordings/{recordingId}")
    RecordingJson allow(@PathVariable UUID recordingId, @Valid @RequestBody PermissionJson body, CurrentUser who) {
        Recording r = own.one(recordingId, who);
        if (!r.doctor().equals(who.id())) {
            throw new Problem(ErrorCode.FORBIDDEN, "Only the doctor decides this. Please ask your doctor.");
        }
        looks.allow(r, who, body.patientMayDownload());
        return json(r, who);
    }

    @Operation(
            operationId = "withdrawRecordingConsent",
            summary = "Whoever was recorded takes their agreement back, also long after; what they read then is done")
    @PostMapping("/recordings/{recordingId}/withdrawal")
    RecordingJson withdraw(@PathVariable UUID recordingId, CurrentUser who) {
        own.one(recordingId, who);
        return json(recordings.withdraw(recordingId, who), who);
    }

    private RecordingJson json(Recording r, CurrentUser who) {
        boolean arriving = progress.arriving(r);
        Optional<Film> film = r.phase() == Phase.STOPPED && !arriving ? shown(r.id()) : Optional.empty();
        return new RecordingJson(
                r.id(),
                "/api/v1/recordings/" + r.id() + "/media",
                r.phase() != Phase.DELETED && posters.has(r.id()) ? "/api/v1/recordings/" + r.id() + "/poster" : null,
                r.phase(),
                r.startedAt(),
                access.patientMayDownload(r.id()),
                arriving,
                r.phase() == Phase.DELETED ? ledger.last(r.id()).at() : null,
                film.map(f -> f.file().duration()).orElse(null),
                film.map(f -> f.file().size()).orElse(null),
                r.phase() == Phase.STOPPED && !arriving
                        ? Gaps.of(film.map(Film::gaps).orElse(List.of()), runs.missing(r.id()))
                        : List.of(),
                film.map(RecordingJson::parts).orElse(List.of()),
                r.doctor().equals(who.id()) ? null : r.answers().get(who.id()),
                r.terms().onWithdrawal(),
                RecordingJson.answers(r, ledger.of(r.id())));
    }

    /** Empty when nothing in it can be shown, or read: the list is about the others, too. */
    private Optional<Film> shown(UUID id) {
        try {
            return Optional.of(films.of(id));
        } catch (Problem | UncheckedIOException nothing) {
            return Optional.empty();
        } catch (RuntimeException ours) {
            log.error("recording {} cannot be shown", id, ours);
            return Optional.empty();
        }
    }
}
