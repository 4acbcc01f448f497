package health.consilium.recording.web;

import health.consilium.identity.CurrentUser;
import health.consilium.kernel.ErrorCode;
import health.consilium.kernel.Problem;
import health.consilium.recording.domain.Recording;
import health.consilium.recording.segments.Checks;
import health.consilium.recording.segments.Erasure;
import health.consilium.recording.segments.Verifier;
import health.consilium.recording.store.Inventory;
import health.consilium.recording.store.RecordingStore;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Administrators see whether recordings are whole and erase them; never what they hold. */
@Tag(name = "recording")
@RestController
@RequestMapping("/api/v1/admin/recordings")
class RecordingAdminController {
    private static final int PAGE = 200;

    private final RecordingStore recordings;
    private final Verifier verifier;
    private final Erasure erasure;
    private final Inventory inventory;
    private final Checks checks;
    private final Looks looks;
    private final Clock clock;

    RecordingAdminController(
            RecordingStore recordings,
            Verifier verifier,
            Erasure erasure,
            Inventory inventory,
            Checks checks,
            Looks looks,
            Clock clock) {
        this.recordings = recordings;
        this.verifier = verifier;
        this.erasure = erasure;
        this.inventory = inventory;
        this.checks = checks;
        this.looks = looks;
        this.clock = clock;
    }

    @Operation(
            operationId = "listAllRecordings",
            summary =
                    "Which recordings there are and how they stand, newest first, up to 200; before: asked for before then")
    @GetMapping
    List<Inventory.Item> list(@RequestParam(required = false) @Nullable Instant before) {
        // Asked for in this very moment counts, too.
        return inventory.before(before == null ? clock.instant().plusSeconds(1) : before, PAGE);
    }

    @Operation(operationId = "listRecordingsDue", summary = "Which recordings the next run of the retention erases")
    @GetMapping("/due")
    List<UUID> due() {
        return erasure.due();
    }

    @Operation(operationId = "eraseRecording", summary = "Destroys its key: nobody can read it any more")
    @DeleteMapping("/{recordingId}")
    void erase(@PathVariable UUID recordingId, CurrentUser who) {
        erasure.erase(recordingId, who.id());
    }

    @Operation(operationId = "verifyRecording", summary = "Reads every part and names what is not as it was stored")
    @PostMapping("/{recordingId}/verify")
    Verifier.Report verify(@PathVariable UUID recordingId, CurrentUser who) {
        noted(recordingId, who);
        return verifier.verify(recordingId);
    }

    @Operation(
            operationId = "startRecordingCheck",
            summary = "The same in the background, for a page; one that runs is not begun anew")
    @PostMapping("/{recordingId}/check")
    Checks.Check startCheck(@PathVariable UUID recordingId, CurrentUser who) {
        noted(recordingId, who);
        return checks.start(recordingId);
    }

    @Operation(operationId = "getRecordingCheck", summary = "How far it is, and what it found; kept for an hour")
    @GetMapping("/{recordingId}/check")
    Checks.Check check(@PathVariable UUID recordingId) {
        return checks.find(recordingId)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This recording has not been checked lately."));
    }

    private void noted(UUID recording, CurrentUser who) {
        Recording known = recordings
                .find(recording)
                .orElseThrow(() -> new Problem(ErrorCode.NOT_FOUND, "This recording is not known here."));
        looks.note(known, who, Looks.Look.CHECK);
    }
}
